import { checkerTypes, TypeScriptChecker, type TypeService } from 'eslint-plugin-cancellation/types';
import type ts from 'typescript';
import { syntaxOf, type Parsed } from '../parsing/parsed.js';
import type { ProjectTypes } from './project-types.js';

/** The types of a program in this process. */
export class ProgramTypes implements ProjectTypes {
  readonly #program: ts.Program;

  constructor(program: ts.Program) {
    this.#program = program;
  }

  textOf(file: string): string | undefined {
    return this.syntaxOf(file)?.text;
  }

  syntaxOf(file: string): ts.SourceFile | undefined {
    return this.#program.getSourceFile(file);
  }

  typesOf(file: string, parsed: Parsed): TypeService | undefined {
    if (this.syntaxOf(file) !== syntaxOf(parsed)) return undefined;
    return checkerTypes(new TypeScriptChecker(this.#program), parsed.services);
  }
}
