import { CodeActionKind } from 'vscode-languageserver';
import { atOnce, type ActionProducer, type CurrentDiagnostic, type ListedAction } from './action-request.js';

/** What mends one finding: its autofix, which is preferred, then its suggestions. */
export const quickFixes: ActionProducer = {
  kind: CodeActionKind.QuickFix,
  needs: 'diagnostics',
  produce: atOnce(({ diagnostics }) => diagnostics.flatMap(actionsFor)),
};

function actionsFor({ diagnostic, data }: CurrentDiagnostic): ListedAction[] {
  const fix = data.fix && { title: `Fix this ${String(diagnostic.code)} finding`, edits: [data.fix] };
  return [fix, ...data.suggestions]
    .filter((alternative) => alternative !== undefined)
    .map((alternative) => ({
      title: alternative.title,
      diagnostics: [diagnostic],
      edits: alternative.edits,
      ...(alternative === fix && { isPreferred: true }),
    }));
}
