import ts from 'typescript';
import { Observations, observedDisk } from './observations.js';
import { projectDisk } from './project-disk.js';
import { modificationTime, toKey, type SourceTexts } from './source-texts.js';

/** A tsconfig.json or jsconfig.json as it was read, or what is wrong with it. */
export interface ProjectConfig {
  path: string;
  commandLine: ts.ParsedCommandLine;
  /** The keys of the files that it names itself. */
  files: ReadonlySet<string>;
  /** Itself and all that it extends. */
  readFrom: readonly string[];
  /** What it was made of, where that is noted. */
  observations?: Observations;
  /** Why there are no types for its files, in one sentence. */
  trouble?: string;
  /** @returns true where one of these has been written since; looks at the disk */
  isOutdated(): boolean;
}

// "Unknown option", "wrong value", "no longer supported" and their like: the rest of such a file is good, and the project's own
// compiler, which may be newer than ours, has its own opinion of it.
const optionErrors = new Set([5023, 5024, 5025, 5102, 5107, 5108, 6046, 6265, 6266]);

/**
 * Reads a tsconfig.json or jsconfig.json with all that it extends.
 *
 * @param path its absolute path
 * @param texts where to read from
 * @param isObserved whether to note what is asked of the disk
 */
export function readProjectConfig(path: string, texts: SourceTexts, isObserved: boolean): ProjectConfig {
  const observations = isObserved ? new Observations() : undefined;
  const disk = projectDisk(texts);
  const unrecoverable: ts.Diagnostic[] = [];
  const commandLine = ts.getParsedCommandLineOfConfigFile(path, undefined, {
    ...ts.sys,
    ...(observations ? observedDisk(disk, observations) : disk),
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => unrecoverable.push(diagnostic),
  }) ?? { options: {}, fileNames: [], errors: [] };
  const errors = [...unrecoverable, ...ts.getConfigFileParsingDiagnostics(commandLine)];
  const wrong = errors.find(
    ({ category, code }) => category === ts.DiagnosticCategory.Error && !optionErrors.has(code),
  );
  const source = commandLine.options.configFile as ts.TsConfigSourceFile | undefined;
  const readFrom = [path, ...(source?.extendedSourceFiles ?? [])];
  const stamp = stampOf(readFrom);
  return {
    path,
    commandLine,
    readFrom,
    files: new Set(commandLine.fileNames.map(toKey)),
    ...(observations && { observations }),
    ...(wrong && { trouble: wordsOf(path, wrong) }),
    isOutdated: () => stampOf(readFrom) !== stamp,
  };
}

function stampOf(files: readonly string[]): string {
  return files.map(modificationTime).join();
}

function wordsOf(path: string, { file, start, messageText }: ts.Diagnostic): string {
  const what = ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\.$/, '');
  const where = file && start !== undefined ? lineOf(file, start) : '';
  return `${path}${where}: ${what}. Its files are checked without types.`;
}

function lineOf(file: ts.SourceFile, start: number): string {
  return `, line ${String(file.getLineAndCharacterOfPosition(start).line + 1)}`;
}
