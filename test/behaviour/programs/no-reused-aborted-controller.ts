// Follows a feed; on a message it stops and starts again at another address. The feed aborts the one controller that it has, so
// after the restart the new request is aborted before it is sent.
import { once } from 'node:events';
import process from 'node:process';

class Feed {
  readonly #controller = new AbortController();

  async start(url: string): Promise<string> {
    const response = await fetch(url, { signal: this.#controller.signal });
    return await response.text();
  }

  stop(): void {
    // Reported on the next line: this.#controller.abort() (restart)
    this.#controller.abort();
  }
}

const [, , server = ''] = process.argv;
const feed = new Feed();
const moved = once(process, 'message');
const first = feed.start(`${server}/first`).catch(() => 'stopped');
const told = await Promise.race([first, moved.then(() => 'moved')]);
if (told === 'moved') {
  feed.stop();
  console.log(await first);
  console.log(await feed.start(`${server}/second`).catch(() => 'nothing'));
} else console.log(told);
process.disconnect();
