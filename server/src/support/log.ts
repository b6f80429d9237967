import type { RemoteConsole } from 'vscode-languageserver';

/** How much is logged; each level holds those before it. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The client's log, from which messages below a level are kept. */
export class Log {
  /** The lowest level that is logged. */
  level: LogLevel = 'info';
  readonly #console: Pick<RemoteConsole, LogLevel>;

  constructor(console: Pick<RemoteConsole, LogLevel>) {
    this.#console = console;
  }

  /** Something of ours went wrong. */
  error(message: string): void {
    this.#write('error', message);
  }

  /** Something of the user's is wrong, such as a file of theirs. */
  warn(message: string): void {
    this.#write('warn', message);
  }

  /** Something that a user may want to know. */
  info(message: string): void {
    this.#write('info', message);
  }

  /** What somebody wants to know who looks for a mistake. @param message is made only where it is logged */
  debug(message: () => string): void {
    if (this.#isLogged('debug')) this.#write('debug', message());
  }

  #write(level: LogLevel, message: string): void {
    if (this.#isLogged(level)) this.#console[level](message);
  }

  #isLogged(level: LogLevel): boolean {
    return logLevels.indexOf(level) <= logLevels.indexOf(this.level);
  }
}
