import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { ActionProducer, ActionRequest, CurrentDiagnostic } from './action-request.js';
import { workspaceEdit } from './workspace-edit.js';

/** What mends one finding: its autofix, which is preferred, then its suggestions. */
export const quickFixes: ActionProducer = {
  kind: CodeActionKind.QuickFix,
  produce: (request) =>
    Promise.resolve(request.diagnostics.flatMap((current) => actionsFor(current, request))),
};

function actionsFor({ diagnostic, data }: CurrentDiagnostic, request: ActionRequest): CodeAction[] {
  const fix = data.fix && { title: `Fix this ${String(diagnostic.code)} finding`, edits: [data.fix] };
  return [fix, ...data.suggestions]
    .filter((alternative) => alternative !== undefined)
    .map((alternative) => ({
      title: alternative.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: workspaceEdit(request, alternative.edits),
      ...(alternative === fix && { isPreferred: true }),
    }));
}
