export type { CancellationSettings } from './config/settings.js';
export type { PresetName, RuleSeverity } from './engine/rule-selection.js';

/** The section of the client's configuration that holds the server's settings, `CancellationSettings`. */
export const settingsSection = 'cancellation';

/** The kind of the code action that applies every autofix of ours to a file, for `editor.codeActionsOnSave`. */
export const fixAllKind = 'source.fixAll.cancellation';
