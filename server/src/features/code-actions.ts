import {
  CodeActionTriggerKind,
  MessageType,
  ShowMessageNotification,
  type CodeAction,
  type CodeActionOptions,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  ActionTrouble,
  type ActionProducer,
  type ActionRequest,
  type EditRequest,
  type EditWork,
  type ListedAction,
} from '../actions/action-request.js';
import { actionKinds, findProducer, producersOf } from '../actions/action-table.js';
import { currentDiagnostics } from '../actions/current-diagnostics.js';
import { editRequestOf } from '../actions/edit-request.js';
import { isResolveData, type ResolveData } from '../actions/resolve-data.js';
import { workspaceEdit } from '../actions/workspace-edit.js';
import { DocumentChangedError } from '../session/document-check.js';
import type { Feature, Session } from '../session/session.js';
import { withSignal } from '../support/cancellation.js';

/** Offers what mends the findings, what silences them, and what can be made of code where nothing is wrong. */
export function codeActions(session: Session): Feature {
  const { connection, client } = session;
  if (!client.takesCodeActions) return { capabilities: {} };
  connection.onCodeAction((params, token) =>
    withSignal(token, (signal) => listActions(session, params, signal)),
  );
  connection.onCodeActionResolve((action, token) =>
    withSignal(token, (signal) => resolveAction(session, action, signal)),
  );
  const codeActionProvider: CodeActionOptions = {
    codeActionKinds: [...actionKinds],
    ...(client.resolvesActionEdits && { resolveProvider: true }),
  };
  return { capabilities: { codeActionProvider } };
}

async function listActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  signal: AbortSignal,
): Promise<CodeAction[]> {
  const isAutomatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  const producers = producersOf(context.only, isAutomatic);
  const document = session.documents.get(textDocument.uri);
  if (producers.length === 0 || !document) return [];
  const { version } = document;
  try {
    const request: ActionRequest = {
      ...editRequestOf(session, document, signal),
      settings: await session.settings.of(document.uri, signal),
      range,
      isAutomatic,
      diagnostics: await currentDiagnostics(session, document, context.diagnostics, signal),
    };
    const listed = await Promise.all(producers.map((producer) => actionsOf(producer, request)));
    signal.throwIfAborted();
    return document.version === version ? listed.flat() : [];
  } catch (error) {
    if (error instanceof DocumentChangedError) return [];
    throw error;
  }
}

async function actionsOf(producer: ActionProducer, request: ActionRequest): Promise<CodeAction[]> {
  const listed = await producer.produce(request);
  const actions = await Promise.all(listed.map((each) => actionOf(producer, each, request)));
  return actions.filter((action) => action !== undefined);
}

/** With its edit, or with what it takes to resolve it; nothing where the edit would take work that nobody asked for, or is empty. */
async function actionOf(
  producer: ActionProducer,
  { edits: known, work, ...shown }: ListedAction,
  request: ActionRequest,
): Promise<CodeAction | undefined> {
  const { client, document } = request;
  const { kind } = producer;
  if (work && client.resolvesActionEdits) {
    const data: ResolveData = { uri: document.uri, version: document.version, kind, work };
    return { ...shown, kind, data };
  }
  if (work && request.isAutomatic && producer.needs === 'diagnostics') return undefined;
  if (!work && !known) return { ...shown, kind };
  if (known?.length === 0) return undefined;
  const edit = work ? await editIfAny(producer, request, work) : workspaceEdit(client, document, known ?? []);
  return edit && { ...shown, kind, edit };
}

/** Nobody has chosen the action yet, so nobody is told why it has no edit. */
async function editIfAny(
  producer: ActionProducer,
  request: ActionRequest,
  work: EditWork,
): Promise<WorkspaceEdit | undefined> {
  try {
    return await workOut(producer, request, work);
  } catch (error) {
    if (error instanceof ActionTrouble) return undefined;
    throw error;
  }
}

async function workOut(
  producer: ActionProducer,
  request: EditRequest,
  work: EditWork,
): Promise<WorkspaceEdit | undefined> {
  if (producer.changes) return producer.changes(request, work);
  const edits = (await producer.edits?.(request, work)) ?? [];
  return edits.length === 0 ? undefined : workspaceEdit(request.client, request.document, edits);
}

/** An action whose document has changed since stays without an edit, and then nothing happens, rather than the wrong thing. */
async function resolveAction(session: Session, action: CodeAction, signal: AbortSignal): Promise<CodeAction> {
  const data: unknown = action.data;
  if (!isResolveData(data)) return action;
  const { uri, version, kind, work } = data;
  const document = session.documents.get(uri);
  if (document?.version !== version) return action;
  try {
    const producer = findProducer(kind);
    const edit = producer && (await workOut(producer, editRequestOf(session, document, signal), work));
    signal.throwIfAborted();
    return edit && document.version === version ? { ...action, edit } : action;
  } catch (error) {
    if (error instanceof ActionTrouble) tellTrouble(session, error);
    else if (!(error instanceof DocumentChangedError)) throw error;
    return action;
  }
}

/** Somebody chose the action and would wonder why nothing happens. */
function tellTrouble({ connection, log }: Session, { message }: ActionTrouble): void {
  log.info(message);
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}
