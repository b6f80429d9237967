import { setImmediate } from 'node:timers/promises';
import type { CheckOptions, Document, QuickCheckOptions, QuickResult } from './engine-options.js';
import type { EngineParts } from './engine-parts.js';
import type { FileResult } from './finding.js';
import { mayHoldFindings } from './may-hold-findings.js';
import { LateTypes } from './parsing/late-types.js';
import { withTypes } from './projects/with-types.js';
import { defaultMaximumBytes, type Source } from './read-source.js';
import { defaultRuleSelection } from './rule-selection.js';
import type { RuleRunner, RunOptions } from './rule-runner.js';

/** Runs the rules as far as they get at once. @throws the signal's reason when it aborts */
export function runQuickly(
  { engines, runner, pauses }: EngineParts,
  document: Document,
  { selection = defaultRuleSelection, types = true, areTypesLater = false, signal }: QuickCheckOptions,
): QuickResult {
  if (!mayHoldFindings(document.text, selection)) return { ...nothingIn(document.file), types: 'unasked' };
  if (!types) return { ...runner.run(document, { selection, signal }), types: 'unasked' };
  // A program that is half made, or half asked, must not be touched.
  if (pauses.isOn) return runLately(runner, document, { selection, signal, types: noTypesYet(document) });
  return engines.ask(types, (programs) => {
    const loaded = () => new LateTypes(document.file, () => programs.findLoaded(document));
    const late = areTypesLater ? noTypesYet(document) : loaded();
    const findSyntax = () => programs.findSyntax(document);
    return runLately(runner, document, { selection, types: late, findSyntax, signal });
  });
}

function noTypesYet({ file }: Document): LateTypes {
  return new LateTypes(file, () => undefined);
}

function runLately(
  runner: RuleRunner,
  document: Document,
  options: RunOptions & { types: LateTypes },
): QuickResult {
  const result = runner.run(document, options);
  return { ...result, types: result.trouble === undefined ? options.types.outcome : 'unasked' };
}

/** Runs the rules, with types where these can change anything. @throws the signal's reason when it aborts */
export async function runCheck(
  parts: EngineParts,
  source: Source & { file: string },
  options: CheckOptions,
): Promise<FileResult> {
  const { signal } = options;
  signal?.throwIfAborted();
  if ('trouble' in source) return nothingIn(source.file, source.trouble);
  // Checking is synchronous, so it begins with a turn of the event loop, in which an abort can arrive.
  await setImmediate();
  await parts.engines.prepare(options.types);
  signal?.throwIfAborted();
  const { types, ...quick } = runQuickly(parts, source, options);
  return types === 'missing' ? runTyped(parts, source, options) : quick;
}

/** Runs the rules with the types of the project that a document belongs to. @throws the signal's reason when it aborts */
function runTyped(
  parts: EngineParts,
  document: Document,
  { selection = defaultRuleSelection, types, signal }: CheckOptions,
): FileResult {
  return withTypes(parts, document, { types, signal }, (project) => {
    if (!project) return parts.runner.run(document, { selection, signal });
    const late = new LateTypes(document.file, () => project);
    const findSyntax = () => project.syntaxOf(document.file);
    return parts.runner.run(document, { selection, types: late, findSyntax, signal });
  });
}

/** @returns how large a file may be */
export function maximumBytesOf({ maximumBytes = defaultMaximumBytes }: CheckOptions): number {
  return maximumBytes;
}

/** @returns the result of a file in which nothing was found, perhaps for a reason */
export function nothingIn(file: string, trouble?: string): FileResult {
  return { file, findings: [], ...(trouble !== undefined && { trouble }) };
}
