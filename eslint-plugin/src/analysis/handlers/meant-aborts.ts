import type { AbortHandler } from './abort-handlers.js';
import type { Model } from '../model.js';

const speaksOfAbort = /abort|cancel|stopped/i;
const saysMeant = /ignor|swallow|expect|not an error|on purpose|intentional|deliberate|harmless/i;

/** Has the author written down in the handler that an abort ends there on purpose: `// An abort is expected here.`? */
export function isMeant({ sourceCode }: Model, { handler }: AbortHandler): boolean {
  const text = sourceCode
    .getCommentsInside(handler)
    .map(({ value }) => value)
    .join(' ');
  return speaksOfAbort.test(text) && saysMeant.test(text);
}
