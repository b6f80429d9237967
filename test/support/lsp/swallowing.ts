import { readMarkedCode } from '../marked-code.js';

/** A function with one finding, whose place is marked. */
export const swallowing = readMarkedCode(`
  export async function load(url: string, signal: AbortSignal): Promise<unknown> {
    try {
      return await fetch(url, { signal });
    } catch (error) {
      ~~~~~ swallowed
      return undefined;
    }
  }
`);

/** The rule that finds it. */
export const swallowingRule = 'cancellation/no-swallowed-abort';

/** The same function after the first suggestion. */
export const mended = swallowing.code.replace('(error) {', '(error) {\n    if (signal.aborted) throw error;');
