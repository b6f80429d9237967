import path from 'node:path';
import ts from 'typescript';
import { expect } from 'vitest';
import type { Engine } from '../../server/src/engine/engine.js';
import type { ThreadLimits, ThreadedFile } from '../../server/src/engine/threading/threaded-signal.js';
import { writeFiles } from '../support/temporary-folder.js';
import { compilerOptions, cursor } from './cursor-files.js';

/** What threading came to, with the texts of the files that it changes. */
export interface Threaded {
  trouble: string | undefined;
  stops: string[];
  changed: Record<string, string>;
}

const libraries = new Map<string, ts.SourceFile | undefined>();

/** A project in a folder of its own, with a cursor in one of its files. */
export class ThreadProject {
  readonly folder: string;
  readonly files: Record<string, string>;
  readonly #engine: Engine;
  readonly #cursor: { name: string; offset: number };

  private constructor(engine: Engine, folder: string, marked: Record<string, string>) {
    this.#engine = engine;
    this.folder = folder;
    this.files = Object.fromEntries(
      Object.entries(marked).map(([name, text]) => [name, text.replace(cursor, '')]),
    );
    const [found] = Object.entries(marked).flatMap(([name, text]) => {
      const offset = text.indexOf(cursor);
      return offset === -1 ? [] : [{ name, offset }];
    });
    if (!found) throw new Error('No file has a cursor.');
    this.#cursor = found;
  }

  /** @param project its files, and what its tsconfig.json says beyond what all do; it may have one of its own */
  static async write(
    engine: Engine,
    folder: string,
    project: { files: Record<string, string>; compilerOptions?: object | undefined },
  ): Promise<ThreadProject> {
    const made = new ThreadProject(engine, folder, project.files);
    const config = { compilerOptions: { ...compilerOptions, ...project.compilerOptions } };
    await writeFiles(folder, {
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify(config),
      ...made.files,
    });
    return made;
  }

  /** Asks for the refactoring at the cursor, and works it out. */
  async thread(limits?: ThreadLimits): Promise<Threaded> {
    const { name, offset } = this.#cursor;
    const document = { file: path.join(this.folder, name), text: this.files[name] ?? '' };
    const offered = await this.#engine.refactorings({ ...document, start: offset, end: offset });
    const functionName = offered?.find((each) => each.name === 'thread-signal')?.functionName;
    expect(functionName, 'it is offered').toBeDefined();
    const request = { ...document, name: functionName ?? 0, ...(limits && { limits }) };
    const threaded = await this.#engine.threadSignal(request);
    if ('trouble' in threaded) return { trouble: threaded.trouble, stops: [], changed: {} };
    const changed = threaded.files.map((each) => [path.relative(this.folder, each.file), applied(each)]);
    return {
      trouble: undefined,
      stops: threaded.stops.map((stop) => `${stop.name} ${stop.reason}`),
      changed: Object.fromEntries(changed) as Record<string, string>,
    };
  }

  /** @returns what TypeScript says of the project, in which some files have other texts */
  diagnosticsOf(changed: Record<string, string>): string[] {
    const configFile = path.join(this.folder, 'tsconfig.json');
    const { options, fileNames } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)).config,
      ts.sys,
      this.folder,
    );
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (file, ...how) => {
      const text = changed[path.relative(this.folder, file)];
      if (text !== undefined) return ts.createSourceFile(file, text, how[0], true);
      if (file.startsWith(this.folder)) return read(file, ...how);
      if (!libraries.has(file)) libraries.set(file, read(file, ...how));
      return libraries.get(file);
    };
    const program = ts.createProgram(fileNames, options, host);
    return fileNames.flatMap((file) => {
      const source = program.getSourceFile(file);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return found.map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'));
    });
  }
}

function applied({ text, edits }: ThreadedFile): string {
  return edits.reduceRight(
    (result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end),
    text,
  );
}
