import type { Observations } from './observations.js';
import type { MakeProject } from './project.js';

/** How many projects are kept at once, and for how long after their last use, in milliseconds. */
export interface ProjectLimits {
  projects: number;
  idle: number;
}

/** How the projects are made and learn of changes, and whom they tell of what they do. */
export interface ProgramsOptions {
  makeProject: MakeProject;
  /** True where `forgetProjects` is called when a file comes, goes, or configures something. */
  isDiskWatched: boolean;
  /** Called once for each thing that is wrong with a configuration file, in a sentence that names the file. */
  onTrouble?: (trouble: string) => void;
  /** Called for each file that TypeScript reads, while it loads a project in one piece. Must not ask for types. */
  onRead: () => void;
  /** Called each time when types of a file were asked for. */
  onTypes?: TypesListener;
}

/**
 * Hears what the types of a file rest on: answers of the disk, or undefined where nobody knows or a configuration is in trouble.
 */
export type TypesListener = (file: string, basis: ReadonlySet<Observations> | undefined) => void;

/** What is known of a file's TypeScript project; plain data. */
export interface FileProject {
  /** The absolute path of the configuration that includes the file; none where none does. */
  configFile?: string;
  /** Why it has no program, in a sentence. */
  trouble?: string;
  /** False where its program has not been asked for yet, or was dropped since. */
  isLoaded: boolean;
}
