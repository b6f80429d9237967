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
  /** Does the rule say the same of fewer places in the fixed version? */
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
    const isGone = (finding: Finding): boolean => countLike(finding, after) < countLike(finding, before);
    return pair.lines.map((line) => {
      const found = before.filter((finding) => isAbout(finding, line));
      // Another defect, which the fixed version still has, may be near.
      const best = found.find(isGone) ?? found[0];
      return { pair, line, mode, rule: best?.rule, isGone: best !== undefined && isGone(best) };
    });
  });
  return (await Promise.all(results)).flat();
}

async function findingsIn(file: string, isTyped: boolean): Promise<Finding[]> {
  const text = await readFile(file, 'utf8');
  return lintFile({ file, text }, isTyped ? packageProgram('', [file]) : undefined);
}

function countLike({ rule, kind }: Finding, findings: readonly Finding[]): number {
  return findings.filter((each) => each.rule === rule && each.kind === kind).length;
}

/** Does the finding, or what it says belongs to it, stand near a line? */
function isAbout(finding: Finding, wanted: number): boolean {
  return [finding, ...finding.related].some(
    ({ line, endLine }) => wanted >= line - reach && wanted <= endLine + reach,
  );
}
