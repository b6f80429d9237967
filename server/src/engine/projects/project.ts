import type ts from 'typescript';
import type { Observations } from './observations.js';
import type { ProjectConfig } from './project-config.js';
import type { StopSignal } from '../stop-signal.js';
import type { ProjectTypes } from './project-types.js';

/** One TypeScript project, which follows the texts of its files. */
export interface Project {
  readonly config: ProjectConfig;
  /** What its types rest on, where that is noted. */
  readonly observations?: Observations | undefined;
  /**
   * @returns the types in this moment's texts; loads the project the first time
   * @throws whatever TypeScript throws where the project is too much for it
   */
  types(): ProjectTypes;
  /** @returns TypeScript's own tree of a file that it holds, for the types to come; nothing where it parses elsewhere */
  parse(file: string): ts.SourceFile | undefined;
  dispose(): void;
  /** Looks through its files; absent where it is loaded in another process. */
  readonly search?: ProjectSearch;
}

/** Looks through all files of a project, in TypeScript's own terms. */
export interface ProjectSearch extends Pick<Project, 'config' | 'types'> {
  /** @returns the program of this moment's texts */
  program(): ts.Program;
  /**
   * Finds where the project names what is named at an offset of a file.
   *
   * @returns all places, imports and the declaration among them; none where the last program does not hold the file
   * @throws the signal's reason when it aborts
   */
  findReferences(file: string, offset: number, signal: StopSignal | undefined): ts.ReferenceEntry[];
}

/**
 * Makes a project, which is not loaded yet.
 *
 * @param config what it consists of
 * @param onRead called before a file is read
 */
export type MakeProject = (config: ProjectConfig, onRead: () => void) => Project;
