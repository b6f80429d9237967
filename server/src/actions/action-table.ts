import type { CodeActionKind } from 'vscode-languageserver';
import type { ActionProducer } from './action-request.js';
import { fixAll, fixAllOfRule } from './fix-all.js';
import { quickFixes } from './quick-fixes.js';

/** Every code action of ours, in the order in which clients list them. */
const actionTable: readonly ActionProducer[] = [quickFixes, fixAllOfRule, fixAll];

/** The kinds of code actions that there are. */
export const actionKinds: readonly CodeActionKind[] = [...new Set(actionTable.map(({ kind }) => kind))];

/**
 * @param only the kinds that a client asks for; a kind includes those below it, `source` for one `source.fixAll`
 * @returns what produces them; all, where the client asks for no kind in particular
 */
export function producersOf(only: readonly CodeActionKind[] | undefined): ActionProducer[] {
  return actionTable.filter(
    ({ kind }) => only === undefined || only.some((asked) => `${kind}.`.startsWith(`${asked}.`)),
  );
}
