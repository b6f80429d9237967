import type { TypeService } from 'eslint-plugin-cancellation/types';
import type ts from 'typescript';
import type { Parsed } from '../parsing/parsed.js';

/** What a project knows of its files at one moment. */
export interface ProjectTypes {
  /** @returns the text that it has of a file, without a byte order mark; undefined for a file that it does not hold */
  textOf(file: string): string | undefined;
  /** @returns TypeScript's own tree of a file that it holds, where that is in this process */
  syntaxOf(file: string): ts.SourceFile | undefined;
  /**
   * @param parsed what was made of the file
   * @returns the types in it; undefined where the project has another text
   */
  typesOf(file: string, parsed: Parsed): TypeService | undefined;
}
