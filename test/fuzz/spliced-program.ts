import * as parser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import fc from 'fast-check';
import { allNodes } from '../../eslint-plugin/src/analysis/index.js';

/** A piece of code that can stand where another of its kind stands. */
interface Piece {
  text: string;
  range: [number, number];
}

interface Program {
  text: string;
  statements: Piece[];
  expressions: Piece[];
}

/** One exchange: a piece of the host, and what takes its place. */
interface Exchange {
  kind: 'statements' | 'expressions';
  target: number;
  donor: number;
  piece: number;
}

/**
 * Programs that nobody would write, made of code that has to do with cancellation: in each, a few statements and
 * expressions are replaced by ones of other programs.
 *
 * @param texts programs that parse
 */
export function splicedPrograms(texts: readonly string[]): fc.Arbitrary<string> {
  const programs = texts.map(readProgram);
  const exchange: fc.Arbitrary<Exchange> = fc.record({
    kind: fc.constantFrom('statements', 'expressions'),
    target: fc.nat(),
    donor: fc.nat(),
    piece: fc.nat(),
  });
  return fc
    .tuple(fc.nat(programs.length - 1), fc.array(exchange, { minLength: 1, maxLength: 4 }))
    .map(([host, exchanges]) => spliced(programs, host, exchanges));
}

function readProgram(text: string): Program {
  const { ast, visitorKeys } = parser.parseForESLint(text, { range: true });
  const program: Program = { text, statements: [], expressions: [] };
  for (const node of allNodes(ast, visitorKeys)) {
    const kind = kindOf(node);
    if (kind) program[kind].push({ text: text.slice(...node.range), range: node.range });
  }
  return program;
}

function kindOf({ type }: TSESTree.Node): Exchange['kind'] | undefined {
  if (/^(?!Import|Export).*(?:Statement|VariableDeclaration|FunctionDeclaration)$/.test(type))
    return 'statements';
  return /^(?:\w+Expression|Identifier|Literal)$/.test(type) ? 'expressions' : undefined;
}

/** Pieces that overlap one that was replaced already are left alone. */
function spliced(programs: readonly Program[], index: number, exchanges: readonly Exchange[]): string {
  const host = at(programs, index);
  const edits = exchanges
    .flatMap(({ kind, target, donor, piece }) => {
      const pieces = at(programs, donor)[kind];
      if (host[kind].length === 0 || pieces.length === 0) return [];
      return [{ range: at(host[kind], target).range, text: at(pieces, piece).text }];
    })
    .sort((one, other) => other.range[0] - one.range[0]);
  let text = host.text;
  let end = Infinity;
  for (const edit of edits) {
    if (edit.range[1] > end) continue;
    text = text.slice(0, edit.range[0]) + edit.text + text.slice(edit.range[1]);
    [end] = edit.range;
  }
  return text;
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
