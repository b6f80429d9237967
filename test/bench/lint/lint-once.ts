import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import ts from 'typescript';
import { withoutTypes, withTypes } from './configurations.js';
import { timedRules } from './timed-rules.js';

// One measurement of `bench.ts`, in a process of its own: the garbage of one configuration is not collected at the cost of
// the next, and the types that one has asked for are not there for another. Prints a LintMeasurement as JSON.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    configuration: { type: 'string', default: 'none' },
    types: { type: 'boolean', default: false },
    'by-rule': { type: 'boolean', default: false },
  },
});

/** What `lint-once.ts` says. */
export interface LintMeasurement {
  files: number;
  lines: number;
  /** The CPU time in seconds of a pass over all files. */
  seconds: number;
  /** How much memory the process has taken at most, in MB. */
  memory: number;
  /** How long each rule took, as far as that was asked for. */
  byRule: [rule: string, milliseconds: number][];
}

const [folder = ''] = positionals;
const chosen = (values.types ? withTypes : withoutTypes)[values.configuration];
if (!chosen) throw new TypeError(`There is no configuration ${values.configuration}.`);

const timed = timedRules();
const plugins = values['by-rule'] ? { cancellation: { rules: timed.rules } } : chosen.plugins;
const sources = await readSources(path.join(folder, 'src'));
const programs = values.types ? [makeProgram(folder)] : undefined;
const config: Linter.Config[] = [
  {
    files: ['**/*.{ts,tsx}'],
    plugins,
    rules: chosen.rules,
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: { parser, parserOptions: { jsDocParsingMode: 'none', ...(programs && { programs }) } },
  },
];

// Types are asked for once in a lint, so that only the first pass shows what they cost. Without them, the first one is for
// Node to compile what it runs.
if (!values.types) lintAll();
timed.milliseconds.clear();
const measurement: LintMeasurement = {
  files: sources.length,
  lines: sources.reduce((sum, { text }) => sum + text.split('\n').length, 0),
  seconds: lintAll(),
  memory: process.resourceUsage().maxRSS / 1024,
  byRule: [...timed.milliseconds],
};
console.log(JSON.stringify(measurement));

/** @returns the CPU time in seconds that all files take */
function lintAll(): number {
  const linter = new Linter({ cwd: folder });
  const before = process.cpuUsage();
  for (const { file, text } of sources) {
    const messages = linter.verify(text, config, { filename: file, allowInlineConfig: false });
    const fatal = messages.find((message) => message.fatal);
    if (fatal) throw new Error(`${file}: ${fatal.message}`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function readSources(parent: string): Promise<{ file: string; text: string }[]> {
  const names = (await readdir(parent, { recursive: true }))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(parent, name);
      return { file, text: await readFile(file, 'utf8') };
    }),
  );
}

function makeProgram(project: string): ts.Program {
  const config = path.join(project, 'tsconfig.json');
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    project,
  );
  const program = ts.createProgram(fileNames, options);
  program.getTypeChecker();
  return program;
}
