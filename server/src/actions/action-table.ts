import type { CodeActionKind } from 'vscode-languageserver';
import type { ActionProducer } from './action-request.js';
import { disableFile, disableLine } from './disable-rule.js';
import { fixAll, fixAllOfRule } from './fix-all.js';
import { openPage } from './open-page.js';
import { quickFixes } from './quick-fixes.js';
import { addSignalParameter, forwardSignal } from './refactorings.js';
import { threadSignal } from './thread-signal.js';

/** Every code action of ours, in the order in which clients list them. */
const actionTable: readonly ActionProducer[] = [
  quickFixes,
  fixAllOfRule,
  openPage,
  disableLine,
  disableFile,
  forwardSignal,
  addSignalParameter,
  threadSignal,
  fixAll,
];

/** The kinds of code actions that there are. */
export const actionKinds: readonly CodeActionKind[] = actionTable.map(({ kind }) => kind);

/**
 * @param only the kinds that a client asks for; a kind includes those below it, `source` for one `source.fixAll`
 * @param isAutomatic true where nobody waits for a menu: then there is only what takes no work, and what is asked for by its kind
 * @returns what produces them; all, where the client asks for no kind in particular
 */
export function producersOf(
  only: readonly CodeActionKind[] | undefined,
  isAutomatic: boolean,
): ActionProducer[] {
  return actionTable.filter(({ kind, needs }) => {
    const isAsked = only?.some((asked) => `${kind}.`.startsWith(`${asked}.`));
    if (!isAutomatic || needs === 'diagnostics') return isAsked ?? true;
    return needs === 'check' && isAsked === true;
  });
}

/** @returns what produces one kind of actions */
export function findProducer(kind: CodeActionKind): ActionProducer | undefined {
  return actionTable.find((producer) => producer.kind === kind);
}
