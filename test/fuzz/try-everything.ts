import type { Linter } from 'eslint';
import { lintSource } from '../support/lint-source.js';
import { complaintsAbout } from '../support/suggestion-invariants.js';

/** What running every rule over a text, and making every suggestion, has shown. */
export interface Outcome {
  findings: number;
  suggestions: number;
  /** What must not happen and did: a rule that fails, a suggestion that breaks the text. */
  complaints: string[];
}

/**
 * Runs every rule over a text and makes every suggestion, one at a time.
 *
 * @param file its name, which decides about the language
 * @returns undefined where the text does not parse
 */
export function tryEverything(file: string, text: string): Outcome | undefined {
  const relint = (code: string): Linter.LintMessage[] => lintSource({ file, text: code });
  const messages = failsIn(() => relint(text));
  if (typeof messages === 'string') return { findings: 0, suggestions: 0, complaints: [messages] };
  if (messages.some(({ fatal }) => fatal)) return undefined;
  const suggestions = messages.flatMap((message) =>
    (message.suggestions ?? []).map((suggestion) => ({ message, suggestion })),
  );
  const complaints = suggestions.flatMap(({ message, suggestion }) => {
    const found = failsIn(() => complaintsAbout(text, message, suggestion, { messages, relint }));
    const place = `${file}:${message.line} ${message.ruleId ?? ''}, "${suggestion.desc}"`;
    return (typeof found === 'string' ? [found] : found).map((complaint) => `${place}: ${complaint}`);
  });
  return { findings: messages.length, suggestions: suggestions.length, complaints };
}

/** @returns what the function returns, or what it throws, in words */
function failsIn<T>(attempt: () => T): T | string {
  try {
    return attempt();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
