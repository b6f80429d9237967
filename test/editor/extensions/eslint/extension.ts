import { createRequire } from 'node:module';
import type { ESLint, Linter } from 'eslint';
import {
  Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  Uri,
  workspace,
  type DiagnosticCollection,
  type ExtensionContext,
  type TextDocument,
} from 'vscode';

/**
 * Stands in for Microsoft's ESLint extension, which cannot be had as a package: under its name, with its switch, it
 * runs the ESLint of the project on what is typed, and shows what that finds in the way in which the extension does.
 */
export function activate(context: ExtensionContext): void {
  const shown = languages.createDiagnosticCollection('eslint');
  const check = (document: TextDocument) => void lint(document, shown);
  const checkAll = () => {
    workspace.textDocuments.forEach(check);
  };
  context.subscriptions.push(
    shown,
    workspace.onDidOpenTextDocument(check),
    workspace.onDidChangeTextDocument(({ document }) => {
      check(document);
    }),
    workspace.onDidChangeConfiguration(checkAll),
  );
  checkAll();
}

async function lint(document: TextDocument, shown: DiagnosticCollection): Promise<void> {
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri.fsPath;
  if (folder === undefined || document.languageId !== 'javascript') return;
  if (!workspace.getConfiguration('eslint', document).get<boolean>('enable', true)) {
    shown.delete(document.uri);
    return;
  }
  const { version } = document;
  const { ESLint: Eslint } = createRequire(document.fileName)('eslint') as { ESLint: typeof ESLint };
  const results = await new Eslint({ cwd: folder }).lintText(document.getText(), {
    filePath: document.fileName,
  });
  if (document.version === version)
    shown.set(
      document.uri,
      results.flatMap(({ messages }) => messages.map(diagnosticOf)),
    );
}

function diagnosticOf({ line, column, endLine, endColumn, message, severity, ruleId }: Linter.LintMessage) {
  const range = new Range(line - 1, column - 1, (endLine ?? line) - 1, (endColumn ?? column) - 1);
  const level = severity === 2 ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
  const diagnostic = new Diagnostic(range, message, level);
  diagnostic.source = 'eslint';
  diagnostic.code = { value: ruleId ?? '', target: Uri.parse('https://eslint.org') };
  return diagnostic;
}
