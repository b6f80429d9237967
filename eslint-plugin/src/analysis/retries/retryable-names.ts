import type { TSESTree } from '@typescript-eslint/utils';
import { abortErrorCodes, isAbortErrorName } from '../catalogue/index.js';
import { nameWords } from '../catalogue/name-words.js';
import { memberName, outermost } from '../code/syntax.js';

/** The name or code of an abort error in a list of errors that are worth another try. */
export interface RetryableAbort {
  element: TSESTree.Literal;
  list: TSESTree.ArrayExpression;
  /** What the list is called. */
  name: string;
}

/** @returns where a text is such a name: `const retryableErrors = new Set(['AbortError', 'ECONNRESET'])` */
export function findRetryableAbort(element: TSESTree.Literal): RetryableAbort | undefined {
  const { value, parent: list } = element;
  if (typeof value !== 'string' || list.type !== 'ArrayExpression') return undefined;
  if (!isAbortErrorName(value) && !abortErrorCodes.has(value)) return undefined;
  const name = nameOfList(list);
  return name !== undefined && saysRetry(name) ? { element, list, name } : undefined;
}

function nameOfList(list: TSESTree.Node): string | undefined {
  const { parent } = outermost(list);
  switch (parent?.type) {
    case 'NewExpression':
    case 'CallExpression':
      return isWrapper(parent) ? nameOfList(parent) : undefined;
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined;
    case 'Property':
    case 'PropertyDefinition':
      return memberName(parent);
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' ? memberName(parent.left) : undefined;
    default:
      return undefined;
  }
}

/** `new Set([...])`, `Object.freeze([...])` */
function isWrapper({ callee }: TSESTree.NewExpression | TSESTree.CallExpression): boolean {
  if (callee.type === 'Identifier') return callee.name === 'Set';
  return callee.type === 'MemberExpression' && memberName(callee) === 'freeze';
}

const retryWords = new Set(['retry', 'retries', 'retryable', 'retriable', 'transient', 'recoverable']);
const opposites = new Set(['no', 'not', 'non', 'never', 'dont', 'skip', 'ignore', 'ignored', 'un', 'stop']);

function saysRetry(name: string): boolean {
  const words = nameWords(name);
  return words.some((word) => retryWords.has(word)) && !words.some((word) => opposites.has(word));
}
