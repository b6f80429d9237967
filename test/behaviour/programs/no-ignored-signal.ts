// Runs a tool that reads a page; SIGTERM is meant to end it at once, with exit code 143. The tool leaves its signal out, so
// the process hangs until the server answers.
import process from 'node:process';

interface Tool {
  execute: (url: string, signal: AbortSignal) => Promise<string>;
}

const readPage: Tool = {
  // Reported on the next line: _signal (dropped)
  async execute(url: string, _signal: AbortSignal) {
    const response = await fetch(url);
    return await response.text();
  },
};

const [, , server] = process.argv;
const shutdown = new AbortController();
process.once('SIGTERM', () => {
  console.log('stopping');
  shutdown.abort();
});

try {
  console.log(await readPage.execute(`${server}/report`, shutdown.signal));
} catch (error) {
  if (!shutdown.signal.aborted) throw error;
  process.exitCode = 143;
}
