import type { Model } from '../model.js';

const named = /(?:[._-](?:test|tests|spec)\.[cm]?[jt]sx?$)|(?:[\\/]__tests__[\\/])/;
const frameworks =
  /(?:\bfrom\s*|\bimport\s*|\brequire\(\s*)['"](?:vitest|node:test|bun:test|@jest\/globals|mocha|ava|tap|tape|uvu|jasmine|@playwright\/test)['"]/;

/** @returns true for the file of a test, by its name or by the framework that it imports */
export function isTestFile({ sourceCode }: Model, filename: string): boolean {
  return named.test(filename) || frameworks.test(sourceCode.text);
}
