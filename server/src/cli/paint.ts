import { styleText } from 'node:util';

/** Puts a text into a style where colours are wanted, and leaves it alone elsewhere. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** What decides about colours in a stream: whether it is a terminal, and what that can show. */
interface OutputStream {
  isTTY?: boolean;
  hasColors?(): boolean;
}

/**
 * Decides whether to write colours: NO_COLOR switches them off (https://no-color.org), FORCE_COLOR on, or else a terminal that
 * can show them gets them.
 */
export function wantsColour(stream: OutputStream, { NO_COLOR, FORCE_COLOR }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return stream.isTTY === true && stream.hasColors?.() === true;
}

/** @returns a function that styles, or one that does nothing */
export function painter(isColoured: boolean): Paint {
  return isColoured ? (style, text) => styleText(style, text) : (_, text) => text;
}
