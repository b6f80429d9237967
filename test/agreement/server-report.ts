import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { startClient } from '../support/lsp/clients.js';
import type { LspDocument } from '../support/lsp/lsp-document.js';
import { offsetAt } from '../support/lsp/text-positions.js';
import type { AgreedFinding, AgreedReport, Way } from './agreed-finding.js';

/** What the language server says of files when they are opened one after the other. */
export async function serverReport(
  folder: string,
  files: readonly string[],
  way: Way,
): Promise<AgreedReport> {
  const client = await startClient({
    folders: [folder],
    settings: () => ({ types: { enable: way === 'with types' } }),
  });
  const report: AgreedReport = {};
  for (const file of files) {
    const text = await readFile(path.join(folder, file), 'utf8');
    const document = await client.open(path.join(folder, file), text, languageOf(file));
    const diagnostics = await document.diagnostics();
    const findings = diagnostics.map((diagnostic) => agreedFinding(diagnostic, document));
    if (findings.length > 0) report[file] = await Promise.all(findings);
  }
  return report;
}

async function agreedFinding(diagnostic: Diagnostic, document: LspDocument): Promise<AgreedFinding> {
  const { start, end } = diagnostic.range;
  const actions = await document.actions([diagnostic], ['quickfix']);
  return {
    rule: String(diagnostic.code),
    severity: diagnostic.severity === DiagnosticSeverity.Error ? 'error' : 'warning',
    message: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
    place: {
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
    // Below this kind are those that mend nothing: they silence the rule, or open its page.
    suggestions: actions
      .filter(({ kind }) => kind === 'quickfix')
      .map((action) => ({
        title: action.title,
        edits: document.editsOf(action).map(({ range, newText }) => ({
          start: offsetAt(document.text, range.start),
          end: offsetAt(document.text, range.end),
          text: newText,
        })),
      })),
  };
}

function languageOf(file: string): string {
  const language = /\.tsx?$/.test(file) ? 'typescript' : 'javascript';
  return file.endsWith('x') ? `${language}react` : language;
}
