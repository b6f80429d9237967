import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import plugin from '../index.js';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
};
const file = path.resolve('case.ts');
const host = ts.createCompilerHost(options);
const libraries = new Map<string, ts.SourceFile | undefined>();

/** A program of one file that is not on the disk, in which the compiler tells missing members from undefined ones. */
function programOf(text: string): ts.Program {
  return ts.createProgram([file], options, {
    ...host,
    getSourceFile(name, version) {
      if (name === file) return ts.createSourceFile(name, text, version);
      if (!libraries.has(name)) libraries.set(name, host.getSourceFile(name, version));
      return libraries.get(name);
    },
  });
}

/** Lints code, applies the only suggestion, and returns the text that it put in. */
function passed(code: string): string {
  const languageOptions = { parser, parserOptions: { programs: [programOf(code)] } };
  const [message, ...others] = new Linter({ cwd: process.cwd() }).verify(
    code,
    [
      {
        files: ['**/*.ts'],
        plugins: { cancellation: plugin },
        rules: { 'cancellation/forward-abort-signal': 'error' },
        languageOptions,
      },
    ],
    file,
  );
  expect(others).toEqual([]);
  const [suggestion] = message?.suggestions ?? [];
  if (!suggestion) return 'no suggestion';
  const { range, text } = suggestion.fix;
  const fixed = code.slice(0, range[0]) + text + code.slice(range[1]);
  const program = programOf(fixed);
  expect(program.getSemanticDiagnostics(program.getSourceFile(file))).toEqual([]);
  return text;
}

it('leaves the member out where the signal is missing and undefined is not accepted', () => {
  expect(
    passed(`export async function load(url: string, signal?: AbortSignal): Promise<Response> {
      return await fetch(url);
    }`),
  ).toBe(', { ...(signal && { signal }) }');
});

it('passes a signal that is always there as it is', () => {
  expect(
    passed(`export async function load(url: string, signal: AbortSignal): Promise<Response> {
      return await fetch(url);
    }`),
  ).toBe(', { signal }');
});

it('passes one that may be missing where undefined is accepted', () => {
  expect(
    passed(`declare function query(text: string, options?: { abortSignal?: AbortSignal | undefined }): Promise<string>;
    export async function find(text: string, options: { signal?: AbortSignal } = {}): Promise<string> {
      return await query(text);
    }`),
  ).toBe(', { abortSignal: options.signal }');
});

it('suggests nothing where the call insists on a signal and there may be none', () => {
  expect(
    passed(`declare function query(text: string): Promise<string>;
    declare function query(text: string, signal: AbortSignal): Promise<string>;
    export async function find(text: string, signal?: AbortSignal): Promise<string> {
      return await query(text);
    }`),
  ).toBe('no suggestion');
});
