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
  const response = await fetch(new URL(`places/${city}`, service));
  const { latitude, longitude } = (await response.json()) as Place;
  return fetchJson<Weather>(new URL(`weather/${latitude},${longitude}`, service), signal);
}
