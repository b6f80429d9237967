// Serves one request; on SIGTERM it answers at once and puts the unfinished work back into the queue, unless the client went
// away before. But `close` comes after every response, so the signal is aborted, and the work is never put back.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

const [, , server = ''] = process.argv;
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  shutdown.abort();
});

async function handle(response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  // Reported on the next line: 'close' (responseClose)
  response.on('close', () => gone.abort());
  try {
    const work = await fetch(`${server}/work`, { signal: AbortSignal.any([gone.signal, shutdown.signal]) });
    response.end(await work.text());
  } catch (error) {
    if (!shutdown.signal.aborted) throw error;
    response.end('later');
    await once(response, 'close');
    if (!gone.signal.aborted) await fetch(`${server}/queue`, { method: 'POST' });
  }
}

const listener = createServer();
listener.listen(0, '127.0.0.1');
await once(listener, 'listening');
const { port } = listener.address() as AddressInfo;
const handled = once(listener, 'request').then(([, response]) => handle(response as ServerResponse));
const answer = await fetch(`http://127.0.0.1:${port}`);
console.log(await answer.text());
await handled;
listener.close();
listener.closeAllConnections();
