import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../eslint-plugin/src/rules.js';
import { readRulePage } from '../docs/rule-page.js';
import { repositoryFiles, root } from '../support/repository-files.js';

/** @returns the examples of all pages and the programs of the behaviour tests: code that has to do with cancellation */
export function examplePrograms(): string[] {
  const examples = rules.flatMap(({ name }) => readRulePage(name).examples.map(({ code }) => code));
  const programs = repositoryFiles('test/behaviour/programs/*.ts')
    .filter((file) => !file.endsWith('.scenario.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
  return [...examples, ...programs];
}
