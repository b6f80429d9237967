import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';

/** What an editor of today can do. */
export const pulling: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    synchronization: {},
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

/** An editor that waits for diagnostics to be sent. */
export const waiting: ClientCapabilities = {
  ...pulling,
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: pulling.textDocument?.codeAction ?? {},
  },
};

/** An editor with nothing but the oldest parts of the protocol, which keeps no data and watches no files. */
export const plain: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    codeAction: pulling.textDocument?.codeAction ?? {},
  },
};
