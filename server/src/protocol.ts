import type { TextRange } from './engine/finding.js';

export type { CancellationSettings } from './config/settings.js';
export type { PresetName, RuleSeverity } from './engine/rule-selection.js';

/** The section of the client's configuration that holds the server's settings, `CancellationSettings`. */
export const settingsSection = 'cancellation';

/** The kind of the code action that applies every autofix of ours to a file, for `editor.codeActionsOnSave`. */
export const fixAllKind = 'source.fixAll.cancellation';

/** The command that shows the page of a rule; its one argument is the rule's full id. */
export const openRulePageCommand = 'cancellation.openRulePage';

/** The command that explains a finding: takes one `ExplainFindingParams`, returns an `ExplainFindingResult`. */
export const explainFindingCommand = 'cancellation.explainFinding';

/** Which finding to explain. */
export interface ExplainFindingParams {
  /** The address of an open document. */
  uri: string;
  /** The document's version in which the finding was found. */
  version: number;
  /** The diagnostic, or as much of it. */
  finding: { code: string; range: TextRange };
}

/** The way of the finding's signal from where it is made, the places that explain it, and last the finding itself. */
export type ExplainFindingResult = ExplanationStep[] | null;

/** One place on the way, and what happens there. */
export interface ExplanationStep {
  uri: string;
  range: TextRange;
  message: string;
}

/** What a client may say in its initialize request, and later by the notifications below. */
export interface InitializationOptions {
  /** Whether code of the workspace, such as its ESLint config, may be run; false unless said. */
  trusted?: boolean;
  /** Whether the editor's ESLint extension is there, which shows what ESLint finds; it is not unless said. */
  eslintExtension?: EslintExtensionParams;
  /** Whether `workspace/diagnostic` is answered, by checking all files whenever something has changed; it is not unless said. */
  workspaceDiagnostics?: boolean;
}

/**
 * The command that checks all files of the workspace: takes nothing, returns a `CheckWorkspaceResult`. What it finds in files that
 * are not open is sent as `textDocument/publishDiagnostics`, and stays until the file is opened or changed.
 */
export const checkWorkspaceCommand = 'cancellation.checkWorkspace';

/** What a check of the workspace came to. */
export interface CheckWorkspaceResult {
  /** How many files that are not open were looked at, and how many findings they have. */
  files: number;
  findings: number;
  /** False where it was cancelled by its progress. */
  isComplete: boolean;
}

/** Tells that the workspace is trusted now, or no longer; `TrustParams`. */
export const trustNotification = 'cancellation/trust';

export interface TrustParams {
  trusted: boolean;
}

/** Tells that the editor's ESLint extension has come or gone; `EslintExtensionParams`. */
export const eslintExtensionNotification = 'cancellation/eslintExtension';

export interface EslintExtensionParams {
  active: boolean;
}

/** Asks how a document is checked: takes `StatusParams`, answers with a `DocumentStatus`. */
export const statusRequest = 'cancellation/status';

/**
 * Tells a client that has asked for a status that the answer may be another now, of the document that it names in `StatusParams` or, where
 * it names none, of all.
 */
export const statusChangedNotification = 'cancellation/statusChanged';

export interface StatusParams {
  uri: string;
}

/** How a document is checked, for people to see. */
export interface DocumentStatus {
  /** The server's version. */
  version: string;
  /** Whether the server's own settings or the project's ESLint config say which rules run, or that none does. */
  mode: 'own' | 'eslint' | 'off';
  /** The project's ESLint config, where there is one that may be read. */
  configFile?: string;
  /** Why the config does not say it, in a sentence; absent where there is none, and where it does. */
  reason?: string;
  types: {
    state: 'on' | 'off' | 'loading';
    /** Why there are none, in a sentence. */
    reason?: string;
    /** The absolute path of the tsconfig.json or jsconfig.json that includes the document. */
    project?: string;
  };
}

/** The command that says, in Markdown, what somebody has to know who looks for a mistake; takes nothing. */
export const debugInformationCommand = 'cancellation.debugInformation';
