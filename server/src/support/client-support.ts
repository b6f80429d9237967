import { MarkupKind, type InitializeParams } from 'vscode-languageserver';

/** What the client can do, as far as it changes what the server does. */
export interface ClientSupport {
  /** What it calls itself, and its version. */
  name?: string;
  version?: string;
  pullsDiagnostics: boolean;
  refreshesDiagnostics: boolean;
  showsRelatedInformation: boolean;
  showsCodeDescription: boolean;
  /** Sends a diagnostic's `data` back with a request for code actions. */
  keepsDiagnosticData: boolean;
  takesCodeActions: boolean;
  /** Asks for the edit of a code action when somebody chooses it. */
  resolvesActionEdits: boolean;
  /** In hovers. */
  showsMarkdown: boolean;
  takesVersionedEdits: boolean;
  /** Shows what edits are for, and has them confirmed. */
  annotatesChanges: boolean;
  /** Shows an address outside of the editor when asked. */
  opensAddresses: boolean;
  answersConfiguration: boolean;
  registersConfiguration: boolean;
  watchesFiles: boolean;
  changesFolders: boolean;
  showsProgress: boolean;
}

/** @returns true where the client hears of what it was not told at first; otherwise it is told once */
export function isToldLater({
  pullsDiagnostics,
  refreshesDiagnostics,
}: Pick<ClientSupport, 'pullsDiagnostics' | 'refreshesDiagnostics'>): boolean {
  return !pullsDiagnostics || refreshesDiagnostics;
}

/** @returns what the client said of itself in its initialize request */
export function clientSupportOf({
  capabilities,
  clientInfo,
}: Pick<InitializeParams, 'capabilities' | 'clientInfo'>): ClientSupport {
  const { textDocument = {}, workspace = {}, window } = capabilities;
  const { publishDiagnostics, diagnostic, codeAction } = textDocument;
  const pullsDiagnostics = diagnostic !== undefined;
  const shown = pullsDiagnostics ? { ...publishDiagnostics, ...diagnostic } : publishDiagnostics;
  return {
    ...clientInfo,
    pullsDiagnostics,
    refreshesDiagnostics: workspace.diagnostics?.refreshSupport === true,
    showsRelatedInformation: shown?.relatedInformation === true,
    showsCodeDescription: shown?.codeDescriptionSupport === true,
    keepsDiagnosticData: shown?.dataSupport === true,
    takesCodeActions: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActionEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    opensAddresses: window?.showDocument?.support === true,
    showsMarkdown: textDocument.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    takesVersionedEdits: workspace.workspaceEdit?.documentChanges === true,
    annotatesChanges: workspace.workspaceEdit?.changeAnnotationSupport !== undefined,
    answersConfiguration: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace.workspaceFolders === true,
    showsProgress: capabilities.window?.workDoneProgress === true,
  };
}
