import { existsSync } from 'node:fs';
import path from 'node:path';
import { isGitIgnoredSync } from 'globby';
import ts from 'typescript';
import { threadFile, type ThreadFile } from 'eslint-plugin-cancellation/threading';
import type { ProjectSearch } from '../projects/project.js';
import { toKey } from '../projects/source-texts.js';
import { asSource } from '../read-source.js';
import type { RuleRunner } from '../rule-runner.js';
import { isSourceFile } from '../source-file-names.js';

/** A file that belongs to the people who work on the project, as TypeScript and the analysis see it. */
export interface OwnSource {
  file: string;
  source: ts.SourceFile;
  program: ts.Program;
  thread: ThreadFile;
}

/** The files of some projects in which something may be changed. */
export class OwnSources {
  readonly #projects: readonly ProjectSearch[];
  readonly #runner: RuleRunner;
  readonly #maximumBytes: number;
  readonly #known = new Map<string, OwnSource | undefined>();
  readonly #ignorers = new Map<string, (file: string) => boolean>();

  /** @param maximumBytes larger files are left alone */
  constructor(projects: readonly ProjectSearch[], runner: RuleRunner, maximumBytes: number) {
    this.#projects = projects;
    this.#runner = runner;
    this.#maximumBytes = maximumBytes;
  }

  /** @returns undefined for packages, declarations, generated files, what git ignores, and what cannot be read */
  find(file: string): OwnSource | undefined {
    const key = toKey(file);
    const known = this.#known.get(key);
    if (known || this.#known.has(key)) return known;
    const found = this.#read(file);
    this.#known.set(key, found);
    return found;
  }

  #read(file: string): OwnSource | undefined {
    if (!isSourceFile(file) || /[\\/]node_modules[\\/]|\.min\.[cm]?js$/.test(file)) return undefined;
    const project = this.#projectOf(file);
    const program = project?.program();
    const source = program?.getSourceFile(file);
    if (!program || !source || program.isSourceFileFromExternalLibrary(source)) return undefined;
    const { text } = source;
    if ('trouble' in asSource(text, this.#maximumBytes) || isGenerated(text) || this.#isIgnoredByGit(file))
      return undefined;
    const sourceCode = this.#runner.read({ file, text }, project?.types());
    if (!sourceCode) return undefined;
    const isExact = program.getCompilerOptions().exactOptionalPropertyTypes === true;
    return { file, source, program, thread: threadFile({ filename: file, sourceCode }, isExact) };
  }

  /** The project that names the file, rather than one that only imports it. */
  #projectOf(file: string): ProjectSearch | undefined {
    const naming = this.#projects.find(({ config }) => config.files.has(toKey(file)));
    const projects = [...(naming ? [naming] : []), ...this.#projects];
    return projects.find((project) => project.program().getSourceFile(file) !== undefined);
  }

  /** Asks the ignore files in the folders above, up to the top of the repository. */
  #isIgnoredByGit(file: string): boolean {
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const isIgnored =
        this.#ignorers.get(folder) ?? isGitIgnoredSync({ cwd: folder, deep: 1, suppressErrors: true });
      this.#ignorers.set(folder, isIgnored);
      if (isIgnored(file)) return true;
      if (existsSync(path.join(folder, '.git')) || folder === path.dirname(folder)) return false;
    }
  }
}

const generatedWords =
  /@generated\b|\bauto-?generated\b|\bgenerated (?:by|from)\b|\bdo not (?:edit|modify)\b/i;

/** By what generators write into the first comments. */
function isGenerated(text: string): boolean {
  const comments = ts.getLeadingCommentRanges(text, ts.getShebang(text)?.length ?? 0) ?? [];
  return comments.some(({ pos, end }) => generatedWords.test(text.slice(pos, end)));
}
