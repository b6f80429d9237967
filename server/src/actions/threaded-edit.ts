import { readFile } from 'node:fs/promises';
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { ThreadedEdit, ThreadedFile } from '../engine/threading/threaded-signal.js';
import { withoutByteOrderMark } from '../support/without-byte-order-mark.js';
import { ActionTrouble, type EditRequest } from './action-request.js';

/** What a person reviews together. */
const changeAnnotations: Record<ThreadedEdit['role'], ChangeAnnotation> = {
  parameter: {
    label: 'Add the parameter',
    description: 'The function takes a signal of its callers.',
    needsConfirmation: true,
  },
  argument: {
    label: 'Pass the signal on',
    description: 'The call is given the signal that is in its reach.',
    needsConfirmation: true,
  },
};

/** The edits of one document; no version stands for what is on disk. */
interface DocumentEdits {
  uri: string;
  version: number | null;
  edits: (TextEdit & { role: ThreadedEdit['role'] })[];
}

/**
 * Makes one edit of the edits of several files: for documents that are open tied to their versions, for the others to what is on disk.
 * A client that can shows them before they are made, grouped by what they are for.
 *
 * @throws ActionTrouble where one of the files is no longer what the edits were made for
 * @throws the signal's reason when it aborts
 */
export async function threadedEdit(
  request: EditRequest,
  files: readonly ThreadedFile[],
): Promise<WorkspaceEdit> {
  const documents = await Promise.all(files.map((each) => documentEdits(request, each)));
  const { takesVersionedEdits, annotatesChanges } = request.client;
  if (!takesVersionedEdits)
    return { changes: Object.fromEntries(documents.map(({ uri, edits }) => [uri, edits.map(plainEdit)])) };
  const asWanted = annotatesChanges ? annotatedEdit : plainEdit;
  const documentChanges = documents.map(({ uri, version, edits }): TextDocumentEdit => ({
    textDocument: { uri, version },
    edits: edits.map(asWanted),
  }));
  return { documentChanges, ...(annotatesChanges && { changeAnnotations }) };
}

async function documentEdits(
  { findOpen, signal }: EditRequest,
  { file, text, edits }: ThreadedFile,
): Promise<DocumentEdits> {
  const open = findOpen(file);
  const whole = open?.getText() ?? (await readFile(file, { encoding: 'utf8', signal }));
  if (withoutByteOrderMark(whole) !== text)
    throw new ActionTrouble(`${file} has changed meanwhile, so nothing is changed.`);
  // An editor that reads a file keeps its byte order mark out of the text.
  const places = open ?? TextDocument.create('', '', 0, text);
  const shift = open ? whole.length - text.length : 0;
  return {
    uri: open?.uri ?? URI.file(file).toString(),
    version: open?.version ?? null,
    edits: edits.map(({ start, end, text: newText, role }) => ({
      range: { start: places.positionAt(start + shift), end: places.positionAt(end + shift) },
      newText,
      role,
    })),
  };
}

function plainEdit({ range, newText }: TextEdit): TextEdit {
  return { range, newText };
}

function annotatedEdit({ range, newText, role }: TextEdit & { role: string }): AnnotatedTextEdit {
  return { range, newText, annotationId: role };
}
