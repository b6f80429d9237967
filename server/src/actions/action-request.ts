import type {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CancellationSettings } from '../config/settings.js';
import type { DiagnosticData } from '../diagnostics/diagnostic-data.js';
import type { DisableEdits, DisableRequest } from '../engine/directives/disable-edits.js';
import type { Refactoring } from '../engine/refactor/refactoring.js';
import type { ThreadedSignal } from '../engine/threading/threaded-signal.js';
import type { DocumentCheck } from '../session/document-check.js';
import type { ClientSupport } from '../support/client-support.js';
import type { Log } from '../support/log.js';

/** A diagnostic of ours whose edits fit the document as it is. */
export interface CurrentDiagnostic {
  diagnostic: Diagnostic;
  data: DiagnosticData;
}

/** What everything that works an edit out gets to know. */
export interface EditRequest {
  client: ClientSupport;
  log: Log;
  document: Pick<TextDocument, 'uri' | 'version' | 'positionAt' | 'offsetAt'>;
  signal: AbortSignal;
  /** Whether the rules of the document can have automatic fixes at all. @throws the signal’s reason when it aborts */
  mayHaveFixes: (signal: AbortSignal) => Promise<boolean>;
  /** All that is found in the document, with types; nothing where it is not checked. @throws the signal’s reason when it aborts */
  check: (signal: AbortSignal) => Promise<DocumentCheck | undefined>;
  /** What silences a finding. */
  disableEdits: (about: Omit<DisableRequest, 'style'>) => Promise<DisableEdits | undefined>;
  /** What can be made of a place. */
  refactorings: (range: Range) => Promise<Refactoring[]>;
  /** Threads a signal through the callers of the function whose name stands at an offset; nothing where the document is not checked. */
  threadSignal: (functionName: number) => Promise<ThreadedSignal | undefined>;
  /** The open document of a file. */
  findOpen: (file: string) => TextDocument | undefined;
}

/** What a producer of code actions gets to know. */
export interface ActionRequest extends EditRequest {
  settings: CancellationSettings;
  /** Where the client asks. */
  range: Range;
  /** True where nobody asked: the cursor moved, or a document is saved. */
  isAutomatic: boolean;
  /** The diagnostics at the place where the client asks. */
  diagnostics: readonly CurrentDiagnostic[];
}

/** What an edit is to do that is not worked out yet; it goes to the client and comes back. */
export interface EditWork {
  /** The full id of the rule that it is about. */
  rule?: string;
  /** The place that it is about. */
  range?: Range;
}

/** A code action as it is listed: with its edits, with a command, or with the work that its edits take. */
export type ListedAction = Pick<CodeAction, 'title' | 'diagnostics' | 'isPreferred' | 'command'> & {
  edits?: TextEdit[];
  work?: EditWork;
};

/** A kind of code action, what makes actions of it, and what that takes. */
export interface ActionProducer {
  kind: CodeActionKind;
  /** What listing them takes: nothing but the diagnostics at the place, a check of the document, or its syntax tree. */
  needs: 'diagnostics' | 'check' | 'tree';
  produce(request: ActionRequest): Promise<ListedAction[]>;
  /** Works out the edits of an action that was listed with work; none where there is nothing to do any more. */
  edits?(request: EditRequest, work: EditWork): Promise<TextEdit[]>;
  /** The same for an action that changes more than its document. @throws ActionTrouble where it cannot, for a reason to tell */
  changes?(request: EditRequest, work: EditWork): Promise<WorkspaceEdit | undefined>;
}

/** Why an action that somebody chose does nothing, in one sentence for them. */
export class ActionTrouble extends Error {
  override readonly name = 'ActionTrouble';
}

/** @returns a listing that has nothing to wait for */
export function atOnce(
  list: (request: ActionRequest) => ListedAction[],
): (request: ActionRequest) => Promise<ListedAction[]> {
  return (request) => Promise.resolve(list(request));
}
