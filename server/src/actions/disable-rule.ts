import type { Diagnostic, TextEdit } from 'vscode-languageserver';
import { editOf } from '../diagnostics/diagnostic.js';
import { atOnce, type ActionProducer, type EditRequest, type EditWork } from './action-request.js';
import { rulesOf } from './rules-of-diagnostics.js';

/** Silences a rule for the line of a finding. */
export const disableLine: ActionProducer = {
  kind: 'quickfix.cancellation.disable-line',
  needs: 'diagnostics',
  produce: atOnce(({ settings, diagnostics: all }) => {
    if (!settings.disableActions.enable) return [];
    return rulesOf(all).flatMap(({ rule, diagnostics }) =>
      byLine(diagnostics).map((ofLine) => ({
        title: `Disable ${rule} for this line`,
        diagnostics: ofLine,
        work: { rule, range: ofLine[0].range },
      })),
    );
  }),
  edits: (request, work) => editsOf(request, work, 'line'),
};

/** Silences a rule for the whole file. */
export const disableFile: ActionProducer = {
  kind: 'quickfix.cancellation.disable-file',
  needs: 'diagnostics',
  produce: atOnce(({ settings, diagnostics: all }) => {
    if (!settings.disableActions.enable) return [];
    return rulesOf(all).map(({ rule, diagnostics }) => ({
      title: `Disable ${rule} for this file`,
      diagnostics,
      work: { rule, range: diagnostics[0].range },
    }));
  }),
  edits: (request, work) => editsOf(request, work, 'file'),
};

function byLine(diagnostics: readonly Diagnostic[]): [Diagnostic, ...Diagnostic[]][] {
  const lines = new Map<number, [Diagnostic, ...Diagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const { line } = diagnostic.range.start;
    const others = lines.get(line);
    if (others) others.push(diagnostic);
    else lines.set(line, [diagnostic]);
  }
  return [...lines.values()];
}

async function editsOf(
  { document, disableEdits }: EditRequest,
  { rule, range }: EditWork,
  extent: 'line' | 'file',
): Promise<TextEdit[]> {
  if (rule === undefined || !range) return [];
  const offset = document.offsetAt(range.start);
  const edits = await disableEdits({ rule, offset });
  const edit = edits?.[extent];
  return edit ? [editOf(edit, document)] : [];
}
