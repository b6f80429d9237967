import { Option, type Command } from 'commander';
import {
  presetNames,
  presetSelection,
  type PresetName,
  type RuleSelection,
  type RuleSettings,
} from '../engine/rule-selection.js';
import { addPath, addRule, addValue, positiveNumber } from './option-values.js';

const typesEngines = ['typescript', 'native'] as const;

/** Whose types are used; false for none. */
export type TypesChoice = (typeof typesEngines)[number] | false;

/** What the verbs that check files have in common, as the command line gives it. */
export interface SelectionOptions {
  types: TypesChoice;
  preset: PresetName;
  rule?: RuleSettings;
  ignore?: readonly string[];
  threads?: number;
}

/** Adds the paths, and the options that say what is checked by which rules and how. */
export function addSelectionOptions(command: Command): Command {
  return command
    .argument('[paths...]', 'files and folders (default: the working directory)', addPath)
    .addOption(
      new Option('--types <engine>', 'whose TypeScript gives the types; native is 7.1, from where you are')
        .choices(typesEngines)
        .default('typescript'),
    )
    .option('--no-types', 'do without type information, which is faster and finds less')
    .addOption(
      new Option('--preset <name>', 'which rules to run').choices(presetNames).default('recommended'),
    )
    .option('--rule <id:severity>', 'set a rule to off, warn or error (repeatable)', addRule)
    .option('--ignore <pattern>', 'leave out what matches this glob pattern (repeatable)', addValue)
    .option(
      '--threads <number>',
      'how many threads check files (default: by the processors, the memory and the work)',
      positiveNumber,
    );
}

/** @returns the rules that the options ask for */
export function selectionOf({ preset, rule }: SelectionOptions): RuleSelection {
  return presetSelection(preset, rule);
}
