import type { TSESTree } from '@typescript-eslint/utils';
import { errorNamesIn } from './error-names.js';
import {
  accessPath,
  allNodes,
  calledName,
  constantText,
  memberName,
  ownLevelNodes,
  unwrapped,
} from '../code/syntax.js';
import type { Model } from '../model.js';

/** A test by which a handler looks for a process signal in the caught error. */
export interface ProcessSignalTest {
  test: TSESTree.Node;
  /** The signals that it looks for, as `process.on` calls them. */
  names: readonly string[];
}

const signalNames = new Map(
  ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGBREAK', 'KeyboardInterrupt'].map((name) => [
    name,
    name === 'KeyboardInterrupt' ? 'SIGINT' : name,
  ]),
);

/** What runs other processes, asks at the terminal or hosts another language: its errors may well name a signal. */
const foreign =
  /child_process|execa|cross-spawn|tinyexec|nano-spawn|shelljs|node-pty|\bzx\b|\bspawn|Deno\.Command|inquirer|prompt|enquirer|clack|readline|listr|pyodide|python/i;
const foreignCall =
  /exec|fork|child|command|shell|script|process|^run|ask|question|select|confirm|exit|kill/i;

/** An error of the file's own that is called like a signal. */
const madeHere =
  /(?:throw\b|reject\(|abort\(|Error\(|emit\(|(?:name|code|type|signal|message)['"]?\s*[:=])[^=\n][^\n]*(?:SIG(?:INT|TERM|HUP|QUIT|BREAK)|KeyboardInterrupt)|class KeyboardInterrupt|KeyboardInterrupt = class/;

/**
 * Finds the first test of the error in a handler that asks for a process signal.
 *
 * @returns undefined also where such an error may come: of a child process, a prompt, or made in the file
 */
export function findProcessSignalTest(
  model: Model,
  clause: TSESTree.CatchClause,
): ProcessSignalTest | undefined {
  const { text } = model.sourceCode;
  if (foreign.test(text) || madeHere.test(text) || callsForeign(model, clause.parent.block)) return undefined;
  const { error } = errorNamesIn(model, clause);
  if (readsChildExit(model, clause, error)) return undefined;
  for (const test of ownLevelNodes(clause.body, model.sourceCode.visitorKeys)) {
    const values = testedFor(test, error);
    const names = values.flatMap((value) => signalNames.get(value) ?? []);
    if (names.length > 0 && names.length === values.length) return { test, names: [...new Set(names)] };
  }
  return undefined;
}

function callsForeign(model: Model, block: TSESTree.Node): boolean {
  return allNodes(block, model.sourceCode.visitorKeys).some(
    (node) =>
      node.type === 'TaggedTemplateExpression' ||
      (node.type === 'CallExpression' && foreignCall.test(calledName(node) ?? '')),
  );
}

const childMembers = new Set(['stdout', 'stderr', 'exitCode', 'status', 'killed', 'cmd', 'spawnargs']);

/** Does the handler read of the error what only that of a child process has? Its `signal` is what ended the child. */
function readsChildExit(model: Model, clause: TSESTree.CatchClause, error: ReadonlySet<string>): boolean {
  return ownLevelNodes(clause.body, model.sourceCode.visitorKeys).some((node) => {
    const object = node.type === 'MemberExpression' ? unwrapped(node.object) : undefined;
    return (
      node.type === 'MemberExpression' &&
      object?.type === 'Identifier' &&
      error.has(object.name) &&
      childMembers.has(memberName(node) ?? '')
    );
  });
}

/** The values that a test compares the error, or what says its kind, with. */
function testedFor(test: TSESTree.Node, error: ReadonlySet<string>): string[] {
  if (test.type === 'BinaryExpression') {
    if (test.operator === 'instanceof')
      return says(test.left, error) ? (accessPath(test.right)?.slice(-1) ?? []) : [];
    if (test.operator !== '===' && test.operator !== '==') return [];
    return says(test.left, error)
      ? stringsOf(test.right)
      : says(test.right, error)
        ? stringsOf(test.left)
        : [];
  }
  if (test.type === 'SwitchCase') {
    return test.test && says(test.parent.discriminant, error) ? stringsOf(test.test) : [];
  }
  if (test.type !== 'CallExpression' || calledName(test) !== 'includes') return [];
  const callee = unwrapped(test.callee);
  const [given] = test.arguments;
  if (callee.type !== 'MemberExpression' || !given || !says(given, error)) return [];
  const list = unwrapped(callee.object);
  return list.type === 'ArrayExpression'
    ? list.elements.flatMap((each) => (each ? stringsOf(each) : ['']))
    : [];
}

const kinds = new Set(['name', 'code', 'type', 'signal', 'message']);

/** `error`, `error.code`, `(error as Error)?.message` */
function says(node: TSESTree.Node, error: ReadonlySet<string>): boolean {
  const inner = unwrapped(node);
  if (inner.type === 'Identifier') return error.has(inner.name);
  if (inner.type !== 'MemberExpression' || !kinds.has(memberName(inner) ?? '')) return false;
  const object = unwrapped(inner.object);
  return object.type === 'Identifier' && error.has(object.name);
}

function stringsOf(node: TSESTree.Node): string[] {
  return [constantText(unwrapped(node)) ?? ''];
}
