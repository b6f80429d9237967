import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { EventLog } from './event-log.js';

/** The parts of a body, or a connection that is cut before anything is answered. */
export type Answer = readonly string[] | 'cut';

export interface Script {
  /** By request, as in `GET /path`: its answers, one after the other; the last one stands for all later ones. */
  answers: Readonly<Record<string, readonly Answer[]>>;
  /** The request whose answer stops before the last part of its body, or before the cut, until `release` is called. */
  held?: string;
}

interface Exchange {
  name: string;
  end?: 'answered' | 'abandoned' | 'cut';
}

/** An HTTP server on the loopback interface that answers by a script and records each request and how it ended. */
export class LoopbackServer {
  readonly #log: EventLog;
  readonly #script: Script;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response);
  });
  readonly #requests: Exchange[] = [];
  readonly #held: (() => void)[] = [];

  private constructor(script: Script, log: EventLog) {
    this.#script = script;
    this.#log = log;
  }

  static async start(script: Script, log: EventLog): Promise<LoopbackServer> {
    const server = new LoopbackServer(script, log);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  /** The server's address, without a slash at its end. */
  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Completes the answers that were held. */
  release(): void {
    for (const complete of this.#held.splice(0)) complete();
  }

  /** @returns every request with its end, in the order of arrival, when the last one has ended */
  async endedRequests(): Promise<string[]> {
    const haveEnded = (): boolean => this.#requests.every(({ end }) => end);
    if (!(await this.#log.until(haveEnded))) throw new Error(`A request does not end. ${this.#log.seen()}`);
    return this.#requests.map(({ name, end }) => `${name} ${end}`);
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const name = `${request.method} ${request.url}`;
    const earlier = this.#requests.filter((each) => each.name === name).length;
    const exchange: Exchange = { name };
    this.#requests.push(exchange);
    const answers = this.#script.answers[name] ?? [];
    const answer = answers[earlier] ?? answers.at(-1) ?? 'cut';
    response.once('close', () => {
      exchange.end ??= response.writableFinished ? 'answered' : 'abandoned';
      this.#log.record(`${name} ${exchange.end}`);
    });
    this.#log.record(`${name} arrived`);
    if (answer !== 'cut') for (const part of answer.slice(0, -1)) response.write(part);
    const complete = (): void => {
      if (answer === 'cut') {
        exchange.end = 'cut';
        response.destroy();
      } else response.end(answer.at(-1));
    };
    if (name === this.#script.held) this.#held.push(complete);
    else complete();
  }
}
