import type { TrialProject } from './trial-project.js';

/** One way to run the packages, and what has to come of it. */
export interface Trial {
  /** The section of the table. */
  group: 'ESLint' | 'Types' | 'Other hosts' | 'Adoption' | 'Monorepos';
  /** What is tried, as the table says it. */
  name: string;
  /** What is installed besides our packages: versions by name. npm has to accept them together. */
  packages: Readonly<Record<string, string>>;
  /** The versions of Node to run it on; without them, the one that runs the trials. */
  nodes?: readonly string[];
  /** The project: contents by path. */
  files: Readonly<Record<string, string>>;
  /**
   * Uses the project.
   *
   * @throws an error that says what was not as it should be
   */
  use(project: TrialProject): Promise<void>;
}
