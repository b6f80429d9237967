import { checkPair, type PairResult } from './check-pair.js';
import { readPairs, type Pair } from './pairs.js';
import { table } from '../support/table.js';

// `npm run bench:recall -- <class or id> ...` lints packages before and after a fix, and says which defects are found.
const pairs = await readPairs(process.argv.slice(2));
const results: PairResult[] = [];
for (const pair of pairs) results.push(...(await checkPair(pair)));

const classes = [...new Set(pairs.map((pair) => pair.class))].sort();
for (const mode of ['without types', 'with types'] as const) {
  const inMode = results.filter((result) => result.mode === mode);
  if (inMode.length === 0) continue;
  console.log(`\n${mode}: bad lines reported, and of these gone in the fixed version\n`);
  const grades = ['A', 'B', 'C'] as const;
  const rows = [...classes, 'all'].map((name) => [
    name,
    ...grades.flatMap((grade) => {
      const of = inMode.filter(({ pair }) => pair.grade === grade && (name === 'all' || pair.class === name));
      return [share(of, isReported), share(of.filter(isReported), ({ isGone }) => isGone)];
    }),
  ]);
  console.log(table([['class', ...grades.flatMap((grade) => [grade, 'gone'])], ...rows]));
}

console.log('\nBad lines, and the rule that reports them\n');
console.log(table(pairs.flatMap((pair) => pair.lines.map((line) => rowOf(pair, line)))));

function rowOf(pair: Pair, line: number): string[] {
  const found = results.find((result) => result.pair === pair && result.line === line && isReported(result));
  const still = found?.isGone === false ? ', in the fixed version too' : '';
  const verdict = found ? `${found.rule ?? ''} ${found.mode}${still}` : 'missed';
  return [pair.id, pair.class, pair.grade, `${pair.package} ${pair.bad} ${pair.file}:${line}`, verdict];
}

function isReported({ rule }: PairResult): boolean {
  return rule !== undefined;
}

function share(of: readonly PairResult[], isCounted: (result: PairResult) => boolean): string {
  return of.length === 0 ? '' : `${of.filter(isCounted).length}/${of.length}`;
}
