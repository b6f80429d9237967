/** A function with one finding: `no-swallowed-abort` on the `catch` of its line 4. */
export const swallowing = `export async function load(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    return await fetch(url, { signal });
  } catch {
    return undefined;
  }
}
`;

/** The same in JavaScript. */
export const swallowingJavaScript = swallowing.replace(/: (?:string|AbortSignal|Promise<unknown>)/g, '');

/** A function that is as it should be. */
export const forwarding = `export function load(url: string, signal: AbortSignal): Promise<Response> {
  return fetch(url, { signal });
}
`;
