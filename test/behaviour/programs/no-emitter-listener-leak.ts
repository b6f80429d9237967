// Downloads two pages over one connection; Ctrl+C is meant to end it with a note of each page that is lost. The listener of
// the first page is still on the connection when the second one is cut off, so a page that has arrived is noted as lost.
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import process from 'node:process';

const agent = new http.Agent({ keepAlive: true });

function download(server: string, page: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${server}/${page}`, { agent, signal });
    request.on('socket', (socket) => {
      const onClose = (): void => {
        if (signal.aborted) appendFileSync('lost.txt', `${page}\n`);
      };
      // Reported on the next line: socket.on (socket)
      socket.on('close', onClose);
    });
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => {
        console.log(`${page} is here`);
        // The connection is free for the next request a moment later.
        setImmediate(resolve);
      });
    });
    request.on('error', reject);
  });
}

const [, , server = ''] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  await download(server, 'first', interruption.signal);
  await download(server, 'second', interruption.signal);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
} finally {
  agent.destroy();
}
