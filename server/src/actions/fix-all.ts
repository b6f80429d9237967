import type { TextEdit } from 'vscode-languageserver';
import { editOf } from '../diagnostics/diagnostic.js';
import type { Finding, TextEdit as OffsetEdit } from '../engine/finding.js';
import { fixAllKind } from '../protocol.js';
import type { DocumentCheck } from '../session/document-check.js';
import { atOnce, type ActionProducer, type ActionRequest, type EditRequest } from './action-request.js';
import { rulesOf } from './rules-of-diagnostics.js';

/** How long a document that is being saved waits for its fixes, in milliseconds: of 250, the rest is for the way there and back. */
const longestSave = 200;

/** All autofixes of a file at once. They change nothing that runs, and so may be applied on save; suggestions may not. */
export const fixAll: ActionProducer = {
  kind: fixAllKind,
  needs: 'check',
  async produce(request) {
    const check = await checkInTime(request);
    return fixesOf(check, () => true).length > 0
      ? [{ title: 'Fix all cancellation findings', work: {} }]
      : [];
  },
  edits: (request) => editsOf(request, () => true),
};

/** All autofixes of a file by the rules at the place where the client asks. */
export const fixAllOfRule: ActionProducer = {
  kind: 'quickfix.cancellation.fix-all-of-rule',
  needs: 'diagnostics',
  produce: atOnce(({ diagnostics }) =>
    rulesOf(diagnostics.filter(({ data }) => data.fix !== undefined)).map(({ rule, diagnostics: of }) => ({
      title: `Fix all ${rule} findings in this file`,
      diagnostics: of,
      work: { rule },
    })),
  ),
  edits: (request, { rule }) => editsOf(request, (finding) => finding.rule === rule),
};

/** A save is not held up: what takes longer comes to nothing, and is there for the next save. */
async function checkInTime(request: ActionRequest): Promise<DocumentCheck | undefined> {
  const { signal, isAutomatic, log, document } = request;
  if (!isAutomatic) return checkForFixes(request, signal);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(longestSave)]);
  try {
    return await checkForFixes(request, limit);
  } catch (error) {
    if (!limit.aborted || signal.aborted) throw error;
    log.info(`${document.uri} is saved without fixes: its check takes longer than ${longestSave} ms.`);
    return undefined;
  }
}

/** Most rules have suggestions only, and without a fix to find there is nothing to wait for. */
async function checkForFixes(request: EditRequest, signal: AbortSignal): Promise<DocumentCheck | undefined> {
  return (await request.mayHaveFixes(signal)) ? request.check(signal) : undefined;
}

async function editsOf(request: EditRequest, isMeant: (finding: Finding) => boolean): Promise<TextEdit[]> {
  const check = await request.check(request.signal);
  return fixesOf(check, isMeant).map((fix) => editOf(fix, request.document));
}

function fixesOf(check: DocumentCheck | undefined, isMeant: (finding: Finding) => boolean): OffsetEdit[] {
  return withoutOverlaps((check?.findings ?? []).filter(isMeant).flatMap(({ fix }) => fix ?? []));
}

/** @returns the edits that can be applied together, the first of each overlap, in the order of their places */
function withoutOverlaps(edits: readonly OffsetEdit[]): OffsetEdit[] {
  const kept: OffsetEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    // Two insertions at one place have no order of their own.
    if (!last || edit.start > last.end || (edit.start === last.end && last.start < last.end)) kept.push(edit);
  }
  return kept;
}
