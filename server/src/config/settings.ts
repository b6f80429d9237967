import {
  fullRuleId,
  isRuleId,
  optionCountOf,
  presetNames,
  ruleIds,
  ruleSeverities,
  shortRuleId,
  shownSeverities,
  type PresetName,
  type RuleSetting,
  type RuleSettings,
  type ShownSeverities,
} from '../engine/rule-selection.js';
import { logLevels, type LogLevel } from '../support/log.js';
import {
  didYouMean,
  listOfStrings,
  oneOf,
  positiveNumber,
  SettingReader,
  shown,
  trueOrFalse,
  wrongValue,
  type SettingKind,
} from './setting-reader.js';

/** The section `cancellation` of a client's configuration. */
export interface CancellationSettings {
  /** `cancellation.enable`: whether documents are checked at all. */
  enable: boolean;
  /** `cancellation.run`: when findings follow the text. */
  run: 'onType' | 'onSave';
  /** `cancellation.exclude`: globs of files that are not checked. */
  exclude: readonly string[];
  /** `cancellation.preset` */
  preset: PresetName;
  /** `cancellation.rules`: what differs from the preset. */
  rules: RuleSettings;
  /** `cancellation.severity`: how findings are shown, whatever the rules' severities are. */
  severity: ShownSeverities;
  types: {
    /** `cancellation.types.enable`: whether TypeScript programs are loaded. */
    enable: boolean;
    /** `cancellation.types.engine`: whether the TypeScript that comes along gives the types, or one of the workspace. */
    engine: 'typescript' | 'native';
  };
  eslint: {
    /** `cancellation.eslint.useConfig`: whether the project's ESLint config is asked, where that may be. */
    useConfig: 'auto' | 'never';
    /** `cancellation.eslint.coexistence`: whether findings are shown that the project's ESLint shows too. */
    coexistence: 'auto' | 'always' | 'never';
  };
  disableActions: {
    /** `cancellation.disableActions.enable`: whether the quick fixes offer to silence a rule by a comment. */
    enable: boolean;
  };
  log: {
    /** `cancellation.log.level`, which counts for the whole server. */
    level: LogLevel;
  };
  /** `cancellation.maximumFileSize`: larger files are not checked; in KB. */
  maximumFileSize: number;
}

/** Settings as they are used, and what was wrong with them as they were written, one sentence each. */
export interface ReadSettings {
  settings: CancellationSettings;
  problems: readonly string[];
}

/** The editor extension's own settings in the same section. */
const clientSettings = ['trace.server'];

const severity = oneOf(ruleSeverities);

/**
 * Reads the section as a client sends it. A value that is missing or wrong becomes its default; the others count.
 *
 * @param section whatever the client sent
 */
export function readSettings(section: unknown): ReadSettings {
  const reader = new SettingReader('cancellation', section, clientSettings);
  const settings: CancellationSettings = {
    enable: reader.read('enable', trueOrFalse, true),
    run: reader.read('run', oneOf(['onType', 'onSave']), 'onType'),
    exclude: reader.read('exclude', listOfStrings, []),
    preset: reader.read('preset', oneOf(presetNames), 'recommended'),
    rules: readRules(reader),
    severity: readSeverities(reader),
    types: {
      enable: reader.read('types.enable', trueOrFalse, true),
      engine: reader.read('types.engine', oneOf(['typescript', 'native']), 'typescript'),
    },
    eslint: {
      useConfig: reader.read('eslint.useConfig', oneOf(['auto', 'never']), 'auto'),
      coexistence: reader.read('eslint.coexistence', oneOf(['auto', 'always', 'never']), 'auto'),
    },
    disableActions: { enable: reader.read('disableActions.enable', trueOrFalse, true) },
    log: { level: reader.read('log.level', oneOf(logLevels), 'info') },
    maximumFileSize: reader.read('maximumFileSize', positiveNumber, 1024),
  };
  return { settings, problems: reader.problems() };
}

function readRules(reader: SettingReader): RuleSettings {
  return readByRule(reader, 'rules', { kindOf: ruleSetting, others: [] });
}

function readSeverities(reader: SettingReader): ShownSeverities {
  const kind = oneOf(shownSeverities);
  return readByRule(reader, 'severity', { kindOf: () => kind, others: ['*'] });
}

/** Reads an object with the ids of rules, short or in full, or one of the other names, as its keys. */
function readByRule<Value>(
  reader: SettingReader,
  key: string,
  { kindOf, others }: { kindOf: (id: string) => SettingKind<Value>; others: readonly string[] },
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, value] of reader.readEntries(key)) {
    const id = others.includes(name) ? name : fullRuleId(name);
    const kind = kindOf(id);
    if (!isRuleId(id) && !others.includes(id))
      reader.report(`cancellation.${key} names ${shown(name)}, but there is no such rule.${question(name)}`);
    else if (kind.is(value)) values[id] = value;
    else reader.report(wrongValue(`cancellation.${key}[${shown(name)}]`, value, kind.expected));
  }
  return values;
}

/** @returns the question after the rule that is meant, which is named as the setting names rules */
function question(name: string): string {
  return didYouMean(name, name.includes('/') ? ruleIds() : ruleIds().map(shortRuleId));
}

function ruleSetting(id: string): SettingKind<RuleSetting> {
  const options = optionCountOf(id);
  const list = options === 0 ? 'the rule takes no options' : 'or a list of one of these and the options';
  return {
    expected: `${severity.expected} (${list})`,
    is: (value): value is RuleSetting => {
      if (!Array.isArray(value)) return severity.is(value);
      return severity.is(value[0]) && value.length - 1 <= options;
    },
  };
}
