import type { FileResult } from './finding.js';
import type { LoadNative } from './native/native-api.js';
import type { TypesOption } from './native/type-engines.js';
import type { ProjectLimits, TypesListener } from './projects/programs-options.js';
import type { RuleSelection } from './rule-selection.js';
import type { StopSignal } from './stop-signal.js';

export interface EngineOptions {
  /** Called once for each broken tsconfig, in a sentence that names the file and what is wrong with it. */
  onTrouble?: (trouble: string) => void;
  /** True, the default, where nothing changes on disk or every change is told to `filesChanged`; false to look for each check. */
  isDiskWatched?: boolean;
  /** How many TypeScript projects are kept, and for how many milliseconds without use. */
  projectLimits?: ProjectLimits;
  /** Loads another TypeScript that a check asks for; without, the one that comes along takes its place. */
  loadNative?: LoadNative;
  /** Called with the process that was started to give types, for which the thread is going to wait, and with none when it was ended. */
  onProcess?: (pid: number | undefined) => void;
  /** Called now and then while TypeScript loads a project and while rules run; may ask for quick checks, which answer without types. */
  onPause?: () => void;
  /** Called each time when a check asked for types. */
  onTypes?: TypesListener;
}

/** A text to check as the content of a file, whatever is on disk. The file need not exist; its extension decides about the language. */
export interface Document {
  /** An absolute path. */
  file: string;
  text: string;
}

/** What a check came to that waited for nothing. */
export interface QuickResult extends FileResult {
  /** Whether types would have changed nothing (`unasked`), took part (`given`), or are still to come (`missing`). */
  types: 'unasked' | 'given' | 'missing';
}

export interface CheckOptions {
  /** The rules to run; the recommended preset unless told. */
  selection?: RuleSelection;
  /** False checks without types, which is faster; otherwise they are used where a configuration includes the file. True unless told. */
  types?: TypesOption;
  /** Larger files are not checked; 1 MB unless told. */
  maximumBytes?: number;
  /** Stops the check: between files, and before each costly step of one. */
  signal?: StopSignal | undefined;
}

/** How a text is checked by whoever does not wait. */
export interface QuickCheckOptions extends CheckOptions {
  /** True answers without types even where they are at hand, for those who ask for them afterwards. */
  areTypesLater?: boolean;
}

/** How a text is looked into: as `CheckOptions` say, without rules. */
export type InspectOptions = Omit<CheckOptions, 'selection'>;

/** A change on disk. */
export interface FileChange {
  file: string;
  kind: 'created' | 'changed' | 'deleted';
}
