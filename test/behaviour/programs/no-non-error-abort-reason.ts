// Counts the lines of a log; Ctrl+C is to end it with exit code 130, and any other failure is told by its message. The
// reason of the abort is a string, so the handler at the end takes it for another failure, and one without a message.
import process from 'node:process';

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  // Reported on the next line: 'The count was interrupted.' (text)
  interruption.abort('The count was interrupted.');
});

async function countLines(url: string, signal: AbortSignal): Promise<number> {
  const response = await fetch(url, { signal });
  return (await response.text()).split('\n').length;
}

try {
  console.log(`${await countLines(`${server}/log`, interruption.signal)} lines`);
} catch (error) {
  if (error instanceof Error && (error.name === 'AbortError' || error === interruption.signal.reason)) {
    process.exitCode = 130;
  } else {
    console.log(`failed: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
