import { PendingTypes } from 'eslint-plugin-cancellation/pending-types';
import type { CheckOptions, Document, QuickResult } from './engine-options.js';
import type { FileResult } from './finding.js';
import { mayHoldFindings } from './may-hold-findings.js';
import { withTypes, type TypedTexts } from './projects/with-types.js';
import { defaultRuleSelection } from './rule-selection.js';
import type { RuleRunner } from './rule-runner.js';

type Parts = TypedTexts & { runner: RuleRunner };

/** Runs the rules as far as they get without types. @throws the signal's reason when it aborts */
export function runQuickly(
  { programs, runner }: Parts,
  document: Document,
  { selection = defaultRuleSelection, types = true, signal }: CheckOptions,
): QuickResult {
  if (!mayHoldFindings(document.text, selection)) return { ...nothingIn(document.file), isFinal: true };
  const pending = types ? new PendingTypes() : undefined;
  const findSyntax = () => (types ? programs.findSyntax(document) : undefined);
  const result = runner.run(document, { selection, types: pending, findSyntax, signal });
  return { ...result, isFinal: result.trouble !== undefined || pending?.isAskedFor !== true };
}

/** Runs the rules with the types of the project that a document belongs to. @throws the signal's reason when it aborts */
export function runTyped(
  parts: Parts,
  document: Document,
  { selection = defaultRuleSelection, signal }: CheckOptions,
): FileResult {
  return withTypes(parts, document, signal, (types) =>
    parts.runner.run(document, { selection, types, signal }),
  );
}

/** @returns the result of a file in which nothing was found, perhaps for a reason */
export function nothingIn(file: string, trouble?: string): FileResult {
  return { file, findings: [], ...(trouble !== undefined && { trouble }) };
}
