import process from 'node:process';
import { Cache } from './cache.js';
import { headlines } from './news.js';
import { retry } from './retry.js';
import { withSession } from './session.js';
import { currentWeather, type Weather } from './weather.js';
import { runJobs, type Job } from './work-queue.js';

const service = new URL(process.argv[2] ?? 'http://localhost:8080/');
const weathers = new Cache<Weather>(10 * 60_000);

const interruption = new AbortController();
process.once('SIGINT', () => {
  interruption.abort();
});

try {
  await withSession(service, (_, signal) => runJobs(jobs(), 'briefing.log', signal), interruption.signal);
} catch (error) {
  if (!interruption.signal.aborted) throw error;
  process.exitCode = 130;
}

function jobs(): Job[] {
  return [
    { name: 'Weather', run: weatherReport },
    { name: 'News', run: newsReport },
  ];
}

async function weatherReport(signal: AbortSignal): Promise<string> {
  const load = (own: AbortSignal): Promise<Weather> => currentWeather(service, 'Lisbon', own);
  const weather = await weathers.get('Lisbon', load, signal);
  return weather ? `${weather.temperature} °C, ${weather.rain} mm of rain` : 'unknown';
}

async function newsReport(signal: AbortSignal): Promise<string> {
  const found = await retry(3, (own) => headlines(service, 'science', own), signal);
  return found.map(({ title }) => title).join('; ');
}
