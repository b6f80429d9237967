import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { patience, type EventLog } from './event-log.js';

export interface ProgramEnd {
  exitCode: number | null;
  /** The signal that ended the process, where no exit code did. */
  killedBy: NodeJS.Signals | null;
  lines: string[];
  stderr: string;
}

/** A program in a process of its own, with a channel for messages. */
export class ProgramRun {
  readonly #child: ChildProcess;
  readonly #log: EventLog;
  readonly #lines: string[] = [];
  readonly #end: Promise<ProgramEnd>;
  #hasEnded = false;

  private constructor(child: ChildProcess, log: EventLog) {
    this.#child = child;
    this.#log = log;
    this.#end = this.#watch();
  }

  /**
   * @param file a module for Node
   * @param given the program's arguments
   * @param folder the program's working directory
   */
  static start(file: string, given: readonly string[], folder: string, log: EventLog): ProgramRun {
    const child = spawn(process.execPath, [file, ...given], {
      cwd: folder,
      // What is meant for the test runner's processes is not meant for this one.
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    return new ProgramRun(child, log);
  }

  /**
   * Waits for something that the program prints or causes.
   *
   * @throws an error that says what did not happen, where the program ends without it
   */
  async reaches(event: string): Promise<void> {
    await this.#waitFor(`"${event}"`, () => this.#hasEnded || this.#log.has(event));
    if (!this.#log.has(event)) throw new Error(`The program ended before "${event}". ${this.#log.seen()}`);
  }

  deliver(signal: NodeJS.Signals): void {
    if (!this.#child.kill(signal)) throw new Error(`${signal} could not be delivered. ${this.#log.seen()}`);
  }

  tell(message: string): void {
    this.#child.send(message);
  }

  /** @returns how the program ended by itself */
  async end(): Promise<ProgramEnd> {
    await this.#waitFor("the program's end", () => this.#hasEnded);
    return this.#end;
  }

  /** Kills a program that has not ended by itself. */
  async stop(): Promise<void> {
    if (!this.#hasEnded) this.#child.kill('SIGKILL');
    await this.#end;
  }

  async #waitFor(state: string, isReached: () => boolean): Promise<void> {
    if (await this.#log.until(isReached)) return;
    const seen = this.#log.seen();
    await this.stop();
    throw new Error(
      `The program hung: ${state} did not come within ${patience} ms, so it was killed. ${seen}`,
    );
  }

  async #watch(): Promise<ProgramEnd> {
    const { stdout, stderr } = this.#child;
    if (!stdout || !stderr) throw new Error('The program has no output.');
    createInterface({ input: stdout }).on('line', (line) => {
      this.#lines.push(line);
      this.#log.record(line);
    });
    const [errors] = await Promise.all([text(stderr), once(this.#child, 'close')]);
    this.#hasEnded = true;
    const { exitCode, signalCode } = this.#child;
    this.#log.record(`end with ${exitCode ?? signalCode}${errors && `, saying ${errors}`}`);
    return { exitCode, killedBy: signalCode, lines: this.#lines, stderr: errors };
  }
}
