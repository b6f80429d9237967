/** So many milliseconds pass between two pauses, so that they cost nothing. */
const between = 5;

/** The pauses of work that takes long and is done in one piece: loading a project, and running the rules. */
export class Pauses {
  readonly #onPause: (() => void) | undefined;
  #isOn = false;
  #last = 0;

  /** @param onPause what is done in a pause; without, there are none */
  constructor(onPause: (() => void) | undefined) {
    this.#onPause = onPause;
  }

  /** True in a pause: what was being done is half done, and there is no pause in a pause. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /** Makes a pause where it is time for one. To be called often. @throws what is thrown in it */
  readonly offer = (): void => {
    if (!this.#onPause || this.#isOn || performance.now() - this.#last < between) return;
    this.#isOn = true;
    try {
      this.#onPause();
    } finally {
      this.#isOn = false;
      this.#last = performance.now();
    }
  };
}
