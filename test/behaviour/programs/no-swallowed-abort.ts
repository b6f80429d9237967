// Counts the articles of a feed; Ctrl+C is meant to end it with exit code 130. The handler in `loadArticles` treats the
// abort like a feed that cannot be reached, so an interrupted run says "0 articles" and ends with exit code 0.
import process from 'node:process';

interface Article {
  title: string;
}

async function loadArticles(feed: string, signal: AbortSignal): Promise<Article[]> {
  try {
    const response = await fetch(feed, { signal });
    return (await response.json()) as Article[];
    // Reported on the next line: catch (swallowed)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(`${feed} is not a feed.`, { cause: error });
    return [];
  }
}

const [, , server] = process.argv;
const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  const articles = await loadArticles(`${server}/feed`, interruption.signal);
  console.log(`${articles.length} articles`);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}
