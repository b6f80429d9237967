// Shows the lines that a server sends, one after the other, until Ctrl+C; that is meant to end the request and the program with exit code
// 130. The stream between the two has no `cancel`, so the generator behind it never ends, and the request stays open.
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

async function* linesOf(url: string): AsyncGenerator<string> {
  const request = new AbortController();
  try {
    const response = await fetch(url, { signal: request.signal });
    for await (const part of response.body ?? []) yield new TextDecoder().decode(part);
  } finally {
    request.abort();
    console.log('request closed');
  }
}

function toStream(source: AsyncIterable<string>): ReadableStream<string> {
  const iterator = source[Symbol.asyncIterator]();
  // Reported on the next line: ReadableStream (pulled)
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

const reader = toStream(linesOf(`${server}/lines`)).getReader();
try {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    console.log(value);
    // Each line is shown for a moment.
    await setTimeout(1500, undefined, { signal: interruption.signal });
  }
} catch (error) {
  await reader.cancel(error);
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
  // Does not hold the process itself: it fires only where the request is still open.
  setTimeout(1000, undefined, { ref: false }).then(() => {
    console.log('still connected');
    process.exit();
  }, console.error);
}
