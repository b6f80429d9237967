/** Files of a project, at whose cursor, `‸`, a signal is threaded through the callers of a function. */
export interface ThreadCase {
  files: Record<string, string>;
  /** What is said where nothing is changed. */
  trouble?: RegExp;
  /** The functions that cannot be given a signal, by the order in which they are asked, and why. */
  stops?: string[];
  compilerOptions?: object;
  /** True where the same is tried with the line ends of Windows. */
  hasCrlfTwin?: true;
}

/** The function of most cases. */
export const load = `export async function lo‸ad(url: string) {\n  return await fetch(url);\n}\n`;

/** A function that is called with a signal in reach, so that there is something to change. */
export const calledIn = (text: string): Record<string, string> => ({ 'load.ts': load, 'main.ts': text });
