import type { TSESTree } from '@typescript-eslint/utils';
import { nodesOf } from '../code/file-nodes.js';
import type { AvailableSignal } from '../available/available-signals.js';
import { enclosingFunction } from '../code/syntax.js';
import { findUnforwardedSignals } from '../forwarding/unforwarded-signals.js';
import type { Model } from '../model.js';
import { causesOf } from './abort-causes.js';
import type { Gap, SignalDescription } from './facts.js';
import { calleeText, textOf } from './function-names.js';
import { makersOf } from './makers.js';
import { withContinuations } from './signal-continuations.js';
import { usesOf } from './signal-uses.js';
import type { SoughtSignal } from './sought-signals.js';
import { findSubject, soughtBy } from './subjects.js';

/** Of what has no name, so much is shown. */
const longestName = 60;

/**
 * What the file shows of the signal or controller at an offset of its text.
 *
 * @returns undefined where there is none, or where nothing is known of it
 */
export function describeSignal(model: Model, offset: number): SignalDescription | undefined {
  const subject = findSubject(model, offset);
  if (!subject) return undefined;
  const { node, kind, origins, word } = subject;
  const text = textOf(model, node);
  const sought = soughtBy(model, subject);
  const signals = withContinuations(model, sought);
  const makers = makersOf(model, origins);
  const uses = usesOf(model, signals);
  if (makers.length === 0 && uses.length === 0) return undefined;
  return {
    kind,
    name: text.length > longestName ? model.sourceCode.text.slice(...word) : text,
    word,
    makers,
    causes: causesOf(model, makers, sought),
    uses,
    gaps: gapsOf(model, signals),
  };
}

/** The calls that forward-abort-signal reports, as far as it is one of these signals that they lack. */
function gapsOf(model: Model, signals: readonly SoughtSignal[]): Gap[] {
  const calls = nodesOf(model).filter(
    (node): node is TSESTree.CallExpression => node.type === 'CallExpression',
  );
  return findUnforwardedSignals(model, calls)
    .filter(({ signal }) => signals.some((sought) => isFrom(sought, signal)))
    .map(({ call }) => ({ node: call.callee, name: calleeText(call) }));
}

/** Is it the signal that a call lacks? */
function isFrom({ isOrigin }: SoughtSignal, { source, path }: AvailableSignal): boolean {
  switch (source.type) {
    case 'NewExpression':
      return isOrigin({ kind: 'new', node: source, path: ['signal'] });
    case 'CallExpression':
      return isOrigin({ kind: 'call', node: source, path: [] });
    case 'Identifier': {
      const owner = enclosingFunction(source);
      if (!owner) return false;
      const isParameter = (members: string[]): boolean =>
        isOrigin({ kind: 'parameter', name: source, owner, path: members });
      return isParameter([]) || isParameter(path.slice(-1)) || isParameter(path.slice(1));
    }
    default:
      return false;
  }
}
