import { parentPort } from 'node:worker_threads';
import { reasonOf } from '../../support/reason-of.js';
import type { ConfigAnswer, ConfigQuestion } from './config-answer.js';
import { askEslint } from './ask-eslint.js';

// The thread in which a project's ESLint and its config run. It is ended from outside, at any point.
parentPort?.on('message', (question: ConfigQuestion) => {
  void answer(question).then((words) => parentPort?.postMessage(words));
});

async function answer(question: ConfigQuestion): Promise<ConfigAnswer> {
  try {
    return await askEslint(question);
  } catch (error) {
    return { trouble: `${lineOf(error, question.configFile)}${reasonOf(error)}` };
  }
}

/** Where in the config an error comes from, for a syntax error, whose message does not say it. */
function lineOf(error: unknown, configFile: string): string {
  if (!(error instanceof Error)) return '';
  const name = configFile.split(/[\\/]/).at(-1) ?? '';
  const [, after = ''] = error.stack?.split(name) ?? [];
  const line = /^(?:\?[^:\s]*)?:(\d+)/.exec(after)?.[1];
  return line === undefined ? '' : `line ${line}: `;
}
