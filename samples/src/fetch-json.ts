/** Fetches a JSON document; fails for every answer but a good one. */
export async function fetchJson<Value>(url: URL, signal?: AbortSignal): Promise<Value> {
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal });
  if (!response.ok) throw new Error(`${url.host} answered ${response.status}`);
  return (await response.json()) as Value;
}
