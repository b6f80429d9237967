// Downloads a backup that the server keeps locked meanwhile; a message from the parent process stops it, and it then
// says where to resume. The request that unlocks is given the signal that was just aborted: it fails before it is sent,
// so the backup stays locked, and its AbortError takes the place of the error that knows where to resume.
import process from 'node:process';

class IncompleteDownload extends Error {
  override name = 'IncompleteDownload';

  constructor(
    readonly received: number,
    options: ErrorOptions,
  ) {
    super(`The download ended after ${received} bytes.`, options);
  }
}

async function download(server: string, signal: AbortSignal): Promise<number> {
  let received = 0;
  await fetch(`${server}/lock`, { method: 'POST', signal });
  try {
    const response = await fetch(`${server}/backup`, { signal });
    for await (const part of response.body ?? []) {
      if (received === 0) console.log('receiving');
      received += part.length;
    }
    return received;
  } catch (error) {
    if (signal.aborted) throw new IncompleteDownload(received, { cause: error });
    throw error;
  } finally {
    // Reported on the next line: signal (handed)
    await fetch(`${server}/lock`, { method: 'DELETE', signal });
  }
}

const [, , server = ''] = process.argv;
const cancellation = new AbortController();
process.once('message', () => {
  cancellation.abort();
});

try {
  console.log(`${await download(server, cancellation.signal)} bytes`);
} catch (error) {
  if (!cancellation.signal.aborted) throw error;
  console.log(error instanceof IncompleteDownload ? `resume at byte ${error.received}` : 'start again');
  process.exitCode = 1;
} finally {
  process.disconnect();
}
