import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NativeTypeScript } from '../engine/native/native-typescript.js';
import {
  configSelection,
  emptySelection,
  needsTypes,
  presetSelection,
  type RuleSelection,
} from '../engine/rule-selection.js';
import type { TargetFinder } from '../session/check-target.js';
import type { ServerEslintConfigs } from '../platform/platform.js';
import type { WorkspaceFolders } from '../session/workspace-folders.js';
import type { ClientState } from './client-state.js';
import type { DocumentSettings } from './document-settings.js';
import { isExcluded } from './excluded-files.js';
import type { PluginConfig } from './eslint/config-answer.js';
import type { EslintState } from './eslint/eslint-configs.js';
import type { NativeTypes } from './native-types.js';
import type { CancellationSettings } from './settings.js';

/** Everything that decides how a document is checked. */
export interface DocumentConfig {
  settings: CancellationSettings;
  /** False where the settings say that the document is left alone. */
  isChecked: boolean;
  /** The rules whose findings are shown. */
  selection: RuleSelection;
  /** The kind of comment to write where a rule is to be switched off. */
  directives: 'own' | 'eslint';
  /** What is known of the project's ESLint config; absent where it may not, or is not to, be read. */
  eslint?: EslintState;
  /** The TypeScript of the workspace that gives the types, where the settings ask for it and it is there. */
  native?: NativeTypeScript;
}

export interface DocumentConfigContext {
  settings: DocumentSettings;
  documents: TextDocuments<TextDocument>;
  folders: WorkspaceFolders;
  findTarget: TargetFinder;
  eslintConfigs: ServerEslintConfigs;
  clientState: ClientState;
  nativeTypes: NativeTypes;
}

/** Tells by which rules documents are checked: by the project's ESLint config if our plugin is in it, else by the settings. */
export class DocumentConfigs {
  readonly #context: DocumentConfigContext;

  constructor(context: DocumentConfigContext) {
    this.#context = context;
  }

  /**
   * @param uri the address of a document, open or not
   * @throws the signal's reason when it aborts
   */
  async of(uri: string, signal: AbortSignal): Promise<DocumentConfig> {
    const settings = await this.#context.settings.of(uri, signal);
    if (!this.#isChecked(uri, settings))
      return { settings, isChecked: false, selection: emptySelection, directives: 'own' };
    const eslint = await this.#eslintOf(uri, settings, signal);
    const native = this.#nativeOf(uri, settings);
    const common = { settings, isChecked: true, ...(eslint && { eslint }), ...(native && { native }) };
    const { severity: shownAs } = settings;
    if (eslint?.kind === 'plugin') {
      const selection = { ...this.#selectionOf(eslint.plugin, settings), shownAs };
      return { ...common, selection, directives: 'eslint' };
    }
    const selection = { ...presetSelection(settings.preset, settings.rules), shownAs };
    return { ...common, selection, directives: 'own' };
  }

  #isChecked(uri: string, { enable, exclude }: CancellationSettings): boolean {
    const { documents, findTarget, folders } = this.#context;
    const target = findTarget(documents.get(uri) ?? { uri, languageId: '' });
    return enable && !(target && isExcluded(target.file, folders.find(target.file), exclude));
  }

  #nativeOf(uri: string, settings: CancellationSettings): NativeTypeScript | undefined {
    return this.#context.nativeTypes.of(settings, this.#findPlace(uri)?.folder);
  }

  /** Where a document of the workspace is. */
  #findPlace(uri: string): { file: string; folder: string } | undefined {
    const { documents, findTarget, folders } = this.#context;
    const target = findTarget(documents.get(uri) ?? { uri, languageId: '' });
    const folder = target?.mayHaveTypes ? folders.find(target.file) : undefined;
    return target && folder !== undefined ? { file: target.file, folder } : undefined;
  }

  async #eslintOf(
    uri: string,
    settings: CancellationSettings,
    signal: AbortSignal,
  ): Promise<EslintState | undefined> {
    const { clientState, eslintConfigs } = this.#context;
    if (!clientState.isTrusted || settings.eslint.useConfig === 'never') return undefined;
    const place = this.#findPlace(uri);
    return place && eslintConfigs.of(place.file, place.folder, signal);
  }

  #selectionOf(plugin: PluginConfig, { eslint: { coexistence } }: CancellationSettings): RuleSelection {
    const { namespace, abortPredicates, hasTypes } = plugin;
    const selection = configSelection({
      namespace,
      abortPredicates,
      rules: plugin.isIgnored ? {} : plugin.rules,
    });
    const { isEslintShown } = this.#context.clientState;
    if (coexistence === 'always' || (coexistence === 'auto' && !isEslintShown)) return selection;
    // ESLint shows what it finds; what it cannot find for want of types is ours to show.
    const isLeftToUs = (id: string) => needsTypes(id) && !hasTypes;
    const rules = Object.entries(selection.rules).filter(([id]) => isLeftToUs(id));
    return { ...selection, rules: Object.fromEntries(rules) };
  }
}
