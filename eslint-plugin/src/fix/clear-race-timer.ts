import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ancestorsOf, isFunction, outermost, type Model } from '../analysis/index.js';
import { findFreeName } from './free-names.js';
import { indentationAt, newlineOf } from './insert-statement.js';

/**
 * Keeps the id of a contender's timer, and clears it as soon as the race is over.
 *
 * @returns undefined where the race is not awaited or returned, or the timer stands in another function
 */
export function clearRaceTimer(
  { sourceCode, isTypeScript }: Model,
  race: TSESTree.CallExpression,
  timer: TSESTree.CallExpression,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const place = outermost(race).parent?.type;
  const started = outermost(timer).parent;
  const statement = statementBefore(timer, race);
  const name = findFreeName(sourceCode, ['timer', 'raceTimer']);
  const isKept = started?.type === 'ExpressionStatement' || started?.type === 'ArrowFunctionExpression';
  if (!/^(?:Await|Return|Arrow)/.test(place ?? '') || !statement || !isKept || name === undefined)
    return undefined;
  const type = isTypeScript ? ': ReturnType<typeof setTimeout> | undefined' : '';
  const indentation = indentationAt(sourceCode, statement.loc.start.line);
  const isBody = started.type === 'ArrowFunctionExpression';
  return (fixer) => [
    fixer.insertTextBefore(statement, `let ${name}${type};${newlineOf(sourceCode)}${indentation}`),
    fixer.insertTextBefore(timer, isBody ? `{ ${name} = ` : `${name} = `),
    ...(isBody ? [fixer.insertTextAfter(timer, '; }')] : []),
    fixer.insertTextAfter(race, `.finally(() => { clearTimeout(${name}); })`),
  ];
}

/** The first statement of the race's block that the timer stands in: the race's own, or that of its promise. */
function statementBefore(timer: TSESTree.Node, race: TSESTree.Node): TSESTree.Statement | undefined {
  const blocks = [...ancestorsOf(race)].filter(({ type }) => type === 'BlockStatement');
  const level = [...ancestorsOf(race)].find((each) => isFunction(each));
  const block = blocks.find((each) => each.range[0] <= timer.range[0] && each.range[1] >= timer.range[1]);
  if (block?.type !== 'BlockStatement' || !level || block.range[0] < level.range[0]) return undefined;
  return block.body.find(({ range }) => range[0] <= timer.range[0] && range[1] >= timer.range[1]);
}
