import type { TSESLint } from '@typescript-eslint/utils';
import { isVisibleAt, outermost, type Model, type UnclosedSource } from '../analysis/index.js';
import { indentationAt, newlineOf } from './insert-statement.js';

/**
 * Adds the method that closes what an object takes its values from.
 *
 * @returns undefined where the source cannot be named there
 */
export function closeSource(
  model: Model,
  { object, lacks, source, empty }: UnclosedSource,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[]) | undefined {
  const { sourceCode } = model;
  const last = object.properties.at(-1);
  const { name, kind } = source;
  if (!last || !name || kind === 'emitter' || !isVisibleAt(model, name, object)) return undefined;
  const line = newlineOf(sourceCode);
  const place = empty ?? last;
  const outer = indentationAt(sourceCode, place.loc.start.line);
  const step = sourceCode.lines.some((each) => each.startsWith('\t')) ? '\t' : '  ';
  // Only where the object is an argument does the parameter have a type.
  const isTyped = outermost(object).parent?.type === 'NewExpression';
  const reason = kind === 'reader' && lacks === 'cancel' && isTyped ? 'reason' : '';
  const statements = [
    closing(kind, name.name, reason),
    ...(lacks === 'return' ? ['return { done: true, value: undefined };'] : []),
  ];
  const start = kind === 'interval' ? `${lacks}()` : `async ${lacks}(${reason})`;
  const body = statements.map((each) => `${line}${outer}${step}${each}`).join('');
  const method = `${start} {${body}${line}${outer}}`;
  if (empty) return (fixer) => [fixer.replaceText(empty, method)];
  const comma = sourceCode.getTokenAfter(last);
  const isClosed = comma?.value === ',';
  return (fixer) => [
    isClosed
      ? fixer.insertTextAfter(comma, `${line}${outer}${method},`)
      : fixer.insertTextAfter(last, `,${line}${outer}${method}`),
  ];
}

function closing(kind: 'iterator' | 'reader' | 'interval', name: string, reason: string): string {
  switch (kind) {
    case 'iterator':
      return `await ${name}.return?.(undefined);`;
    case 'reader':
      return `await ${name}.cancel(${reason});`;
    case 'interval':
      return `clearInterval(${name});`;
  }
}
