// The same program, with a tool that hands its signal on.
import process from 'node:process';

interface Tool {
  execute: (url: string, signal: AbortSignal) => Promise<string>;
}

const readPage: Tool = {
  async execute(url: string, signal: AbortSignal) {
    const response = await fetch(url, { signal });
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
