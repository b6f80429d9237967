import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { editOf } from '../diagnostics/diagnostic.js';
import type { Finding, TextEdit } from '../engine/finding.js';
import { fixAllKind } from '../protocol.js';
import type { ActionProducer, ActionRequest } from './action-request.js';
import { workspaceEdit } from './workspace-edit.js';

/** All autofixes of a file at once. They change nothing that runs, and so may be applied on save; suggestions may not. */
export const fixAll: ActionProducer = {
  kind: fixAllKind,
  produce: (request) => fixesOf(request, 'Fix all cancellation findings', fixAllKind, () => true),
};

/** All autofixes of a file by the rules at the place where the client asks. */
export const fixAllOfRule: ActionProducer = {
  kind: CodeActionKind.QuickFix,
  async produce(request) {
    const fixable = request.diagnostics.filter(({ data }) => data.fix !== undefined);
    const rules = new Set(fixable.map(({ diagnostic }) => String(diagnostic.code)));
    const perRule = [...rules].map((rule) =>
      fixesOf(
        request,
        `Fix all ${rule} findings in this file`,
        CodeActionKind.QuickFix,
        (finding) => finding.rule === rule,
      ),
    );
    return (await Promise.all(perRule)).flat();
  },
};

async function fixesOf(
  request: ActionRequest,
  title: string,
  kind: CodeActionKind,
  isMeant: (finding: Finding) => boolean,
): Promise<CodeAction[]> {
  const check = await request.check();
  if (!check) return [];
  const fixes = check.findings.filter(isMeant).flatMap(({ fix }) => fix ?? []);
  const edits = withoutOverlaps(fixes).map((fix) => editOf(fix, check.document));
  return edits.length === 0 ? [] : [{ title, kind, edit: workspaceEdit(request, edits) }];
}

/** @returns the edits that can be applied together, the first of each overlap, in the order of their places */
function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    // Two insertions at one place have no order of their own.
    if (!last || edit.start > last.end || (edit.start === last.end && last.start < last.end)) kept.push(edit);
  }
  return kept;
}
