import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';

/** What an editor can do that asks for diagnostics once, and so waits for what types say. */
export const asking: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  textDocument: {
    synchronization: {},
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** What an editor of today can do: it asks again when it is told to. */
export const refreshing: ClientCapabilities = {
  ...asking,
  workspace: { ...asking.workspace, diagnostics: { refreshSupport: true } },
};

/** An editor that waits for diagnostics to be sent. */
export const waiting: ClientCapabilities = {
  ...asking,
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: asking.textDocument?.codeAction ?? {},
  },
};

/** An editor with nothing but the oldest parts of the protocol, which keeps no data and watches no files. */
export const plain: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};
