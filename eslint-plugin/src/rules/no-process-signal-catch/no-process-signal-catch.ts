import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import {
  accessPath,
  findProcessSignalTest,
  modelOf,
  ownLevelNodes,
  type Model,
  type ProcessSignalTest,
} from '../../analysis/index.js';
import { createRule } from '../../create-rule.js';
import { errorName } from '../../fix/abort-guards.js';
import { indentationAt, newlineOf } from '../../fix/insert-statement.js';

/**
 * Reports a `catch` that looks for a process signal in the error: a signal is an event of `process`, so the branch never
 * runs. Silent in a file that runs child processes, asks at the terminal, or makes such errors itself.
 */
export default createRule({
  name: 'no-process-signal-catch',
  docs: {
    description: 'disallow looking for a process signal in a caught error',
    guidance: ['interrupts-are-events'],
    recommended: 'error',
    mentions: ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK', 'KeyboardInterrupt'],
  },
  messages: {
    unreachable:
      'No error is thrown for {{signal}}, which is an event of `process`, so this is never true and the process just ends.',
    move: "Move the branch into a listener of `process.once('{{signal}}', ...)` before the `try`.",
  },
  create(context, report) {
    const model = modelOf(context);
    return {
      CatchClause(clause: TSESTree.CatchClause) {
        const found = findProcessSignalTest(model, clause);
        if (!found) return;
        const fix = moveToListener(model, clause, found);
        const data = { signal: found.names.join(' and ') };
        report({
          node: found.test.type === 'SwitchCase' ? (found.test.test ?? found.test) : found.test,
          messageId: 'unreachable',
          data,
          suggest: fix ? [{ messageId: 'move', data, fix }] : [],
        });
      },
    };
  },
});

/** Offered for a branch of its own that ends the process, and needs neither the error nor the function around it. */
function moveToListener(
  { sourceCode }: Model,
  clause: TSESTree.CatchClause,
  { test, names }: ProcessSignalTest,
): TSESLint.ReportFixFunction | undefined {
  const attempt = clause.parent;
  const branch = test.parent;
  const [signal, ...others] = names;
  if (signal === undefined || others.length > 0 || attempt.finalizer || branch?.type !== 'IfStatement')
    return undefined;
  const { consequent } = branch;
  if (branch.alternate || branch.parent !== clause.body || consequent.type !== 'BlockStatement')
    return undefined;
  if (attempt.parent.type !== 'BlockStatement' && attempt.parent.type !== 'Program') return undefined;
  if (!isSelfContained(sourceCode, consequent, errorName(clause))) return undefined;
  const newline = newlineOf(sourceCode);
  const [outer, inner] = [attempt, branch].map(({ loc }) => indentationAt(sourceCode, loc.start.line));
  const body = sourceCode
    .getText(consequent)
    .replaceAll(`${newline}${inner ?? ''}`, `${newline}${outer ?? ''}`);
  const lineStart = sourceCode.getIndexFromLoc({ line: branch.loc.start.line, column: 0 });
  if (sourceCode.text.slice(lineStart, branch.range[0]).trim() !== '') return undefined;
  const lineEnd =
    branch.range[1] + (sourceCode.text.startsWith(newline, branch.range[1]) ? newline.length : 0);
  return (fixer) => [
    fixer.insertTextBefore(attempt, `process.once('${signal}', () => ${body});${newline}${outer ?? ''}`),
    fixer.removeRange([lineStart, lineEnd]),
  ];
}

const leaving = /^(?:Await|Break|Continue|Return|Throw|Yield)(?:Expression|Statement)$/;

function isSelfContained(
  { visitorKeys }: Readonly<TSESLint.SourceCode>,
  block: TSESTree.BlockStatement,
  error: string | undefined,
): boolean {
  const nodes = ownLevelNodes(block, visitorKeys);
  return (
    nodes.some(
      (node) => node.type === 'CallExpression' && accessPath(node.callee)?.join('.') === 'process.exit',
    ) &&
    nodes.every((node) => !leaving.test(node.type) && !(node.type === 'Identifier' && node.name === error))
  );
}
