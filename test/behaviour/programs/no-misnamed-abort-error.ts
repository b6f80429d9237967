// Copies the chapters of a book one after the other; Ctrl+C is to end it with exit code 130. The error that is thrown between
// two chapters is named Error, so the handler at the end takes the interruption for a failure.
import process from 'node:process';

// Reported on the next line: AbortError (unnamed)
class AbortError extends Error {
  readonly chapter: number;

  constructor(chapter: number) {
    super(`stopped at chapter ${chapter}`);
    this.chapter = chapter;
  }
}

async function loadChapter(url: string, chapter: number, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(`${url}/${chapter}`, { signal });
    return await response.text();
  } catch (error) {
    if (signal.aborted) throw new AbortError(chapter);
    throw error;
  }
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  for (const chapter of [1, 2])
    console.log(await loadChapter(`${server}/book`, chapter, interruption.signal));
} catch (error) {
  const isInterrupted = error instanceof Error && error.name === 'AbortError';
  if (!isInterrupted) console.log(`failed: ${String(error)}`);
  process.exitCode = isInterrupted ? 130 : 1;
}
