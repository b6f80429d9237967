/** Messages in the order in which they came, and those who wait for one. */
export class Inbox<Message> {
  readonly #messages: Message[] = [];
  readonly #waiting = new Set<() => void>();

  /** Everything that has come so far. */
  get all(): readonly Message[] {
    return this.#messages;
  }

  add(message: Message): void {
    this.#messages.push(message);
    for (const look of [...this.#waiting]) look();
  }

  /**
   * Waits for a message; one that has come already counts.
   *
   * @param isMeant tells it from the others
   * @param from leaves out the messages before this index
   */
  async first(isMeant: (message: Message) => boolean = () => true, from = 0): Promise<Message> {
    return new Promise((resolve) => {
      const look = () => {
        const index = this.#messages.findIndex((message, place) => place >= from && isMeant(message));
        if (index === -1) return;
        this.#waiting.delete(look);
        resolve(this.#messages[index] as Message);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
