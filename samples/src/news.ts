import { fetchJson } from './fetch-json.js';

export interface Headline {
  title: string;
  link: string;
}

/** The headlines on a topic; a briefing without news is better than none. */
export async function headlines(service: URL, topic: string, signal: AbortSignal): Promise<Headline[]> {
  try {
    return await fetchJson<Headline[]>(new URL(`news/${topic}`, service), signal);
  } catch (error) {
    console.warn(`No news on ${topic}:`, error);
    return [];
  }
}
