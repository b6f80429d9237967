import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { installedPackage } from './installed-package.js';
import { lintFile, type Finding } from './lint-file.js';
import { packageProgram } from './package-program.js';
import type { Pair } from './pairs.js';

/** What became of one bad line in one mode. */
export interface PairResult {
  pair: Pair;
  line: number;
  mode: 'without types' | 'with types';
  /** The rule that reports the line; undefined where none does. */
  rule: string | undefined;
  /** Does the rule report fewer places in the fixed version? */
  isGone: boolean;
}

/** A finding underlines the place to mend, which can be a few lines from the line that a person named. */
const reach = 5;

/** Lints the named file of both versions, without types, and with them where it is TypeScript. */
export async function checkPair(pair: Pair): Promise<PairResult[]> {
  const [bad, fixed] = [
    path.join(await installedPackage(pair.package, pair.bad), pair.file),
    path.join(await installedPackage(pair.package, pair.fixed), pair.fixedFile ?? pair.file),
  ];
  const modes = /\.[cm]?tsx?$/.test(bad)
    ? (['without types', 'with types'] as const)
    : (['without types'] as const);
  const results = modes.map(async (mode) => {
    const isTyped = mode === 'with types';
    const [before, after] = [await findingsIn(bad, isTyped), await findingsIn(fixed, isTyped)];
    return pair.lines.map((line) => {
      const found = before.find((finding) => isAt(finding, line));
      const count = (findings: readonly Finding[]): number =>
        findings.filter(({ rule }) => rule === found?.rule).length;
      return { pair, line, mode, rule: found?.rule, isGone: count(after) < count(before) };
    });
  });
  return (await Promise.all(results)).flat();
}

async function findingsIn(file: string, isTyped: boolean): Promise<Finding[]> {
  const text = await readFile(file, 'utf8');
  return lintFile({ file, text }, isTyped ? packageProgram('', [file]) : undefined);
}

function isAt({ line, endLine }: Finding, wanted: number): boolean {
  return wanted >= line - reach && wanted <= endLine + reach;
}
