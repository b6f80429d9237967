import type { Diagnostic } from 'vscode-languageserver';
import type { CurrentDiagnostic } from './action-request.js';

/** The diagnostics of one rule. */
export interface RuleDiagnostics {
  /** The rule's full id. */
  rule: string;
  diagnostics: [Diagnostic, ...Diagnostic[]];
}

/** @returns the diagnostics by their rules, in the order in which these come first */
export function rulesOf(diagnostics: readonly CurrentDiagnostic[]): RuleDiagnostics[] {
  const byRule = new Map<string, RuleDiagnostics>();
  for (const { diagnostic } of diagnostics) {
    const rule = String(diagnostic.code);
    const known = byRule.get(rule);
    if (known) known.diagnostics.push(diagnostic);
    else byRule.set(rule, { rule, diagnostics: [diagnostic] });
  }
  return [...byRule.values()];
}
