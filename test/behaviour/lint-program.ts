import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../eslint-plugin/src/index.js';
import { TypedProgram } from '../support/typed-program.js';

export const typedProgram = new TypedProgram('behaviour.ts');

/** @returns what all rules, as the strict preset switches them on, say of a program */
export function lintProgram(code: string, way: 'with types' | 'without types'): Linter.LintMessage[] {
  const programs = way === 'with types' ? { programs: [typedProgram.withText(code)] } : {};
  const languageOptions = { parser: parser as Linter.Parser, parserOptions: programs };
  const config = { ...plugin.configs.strict, files: ['**/*.ts'], languageOptions };
  return new Linter({ cwd: process.cwd() }).verify(code, [config], typedProgram.file);
}
