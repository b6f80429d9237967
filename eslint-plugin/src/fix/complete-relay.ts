import type { TSESLint } from '@typescript-eslint/utils';
import { doesNothingElse, unwrapped, type LossyRelay, type Model } from '../analysis/index.js';
import { checkState, runWhereAborted, type Edit } from './check-state.js';
import { readOfSignal } from './signal-reads.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Gives a relay what it lacks: the reason, and a look at the signal behind the statement that adds the listener.
 *
 * @returns undefined where the code needs more than that
 */
export function completeRelay(model: Model, relay: LossyRelay): Fix | undefined {
  const { listener, reason, isLate } = relay;
  const edit = reason === undefined ? undefined : passReason(model, relay);
  if (reason !== undefined && !edit) return undefined;
  const edits = edit ? [edit] : [];
  if (!isLate) {
    return edit && ((fixer) => [fixer.replaceTextRange([edit.range[0], edit.range[1]], edit.text)]);
  }
  const action = abortAction(model, relay);
  return action === undefined
    ? runWhereAborted(model, listener, edits)
    : checkState(model, listener, action, edits);
}

/** Only where no other listener or caller runs the same function, because it may have another reason. */
function passReason(model: Model, { abort, listener, function: body, reason }: LossyRelay): Edit | undefined {
  const read = readOfSignal(model, listener, 'reason', abort);
  if (abort.type !== 'CallExpression' || read === undefined) return undefined;
  const isInPlace = body === unwrapped(listener.listener);
  if (reason === 'event' && !isInPlace) return undefined;
  const [given] = abort.arguments;
  if (given) return { range: given.range, text: read };
  const closing = model.sourceCode.getLastToken(abort);
  return closing ? { range: [closing.range[0], closing.range[0]], text: read } : undefined;
}

/** `controller.abort(signal.reason);` for a listener that is written in place and does nothing else. */
function abortAction(model: Model, relay: LossyRelay): string | undefined {
  const { abort, listener, function: body, controller } = relay;
  const read = readOfSignal(model, listener, 'reason', listener.node);
  if (read === undefined) return undefined;
  if (!body) return `${model.sourceCode.getText(controller)}.abort(${plain(read)});`;
  if (!doesNothingElse(relay)) return undefined;
  const passed = abort.type === 'CallExpression' ? abort.arguments[0] : undefined;
  const reason = passed && relayKeeps(passed.type) ? model.sourceCode.getText(passed) : plain(read);
  return `${model.sourceCode.getText(controller)}.abort(${reason});`;
}

/** What the listener gives as its own reason, and what means the same outside of it. */
function relayKeeps(type: string): boolean {
  return type === 'Literal' || type === 'NewExpression' || type === 'TemplateLiteral';
}

/** Behind a test of `signal?.aborted` the signal is there. */
function plain(read: string): string {
  return read.replace(/\?\.reason$/, '.reason');
}
