import { fetchJson } from './fetch-json.js';

interface Place {
  latitude: number;
  longitude: number;
}

export interface Weather {
  temperature: number;
  rain: number;
}

/** The weather of a city, right now. */
export async function currentWeather(service: URL, city: string, signal: AbortSignal): Promise<Weather> {
  const { latitude, longitude } = await fetchJson<Place>(new URL(`places/${city}`, service));
  return fetchJson<Weather>(new URL(`weather/${latitude},${longitude}`, service), signal);
}
