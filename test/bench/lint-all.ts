import { parseArgs } from 'node:util';
import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import plugin from 'eslint-plugin-cancellation';
import { benchSources } from './bench-sources.js';
import { timedRules } from './timed-rules.js';

// One measurement of `cost.ts`, in a process of its own: garbage of one configuration is not collected at the cost of the
// next. Prints the CPU time in seconds of each pass over all files, the first one without measuring, as JSON; with
// `--by-rule`, the milliseconds of each rule.
const { values } = parseArgs({
  options: {
    rules: { type: 'string', default: 'none' },
    files: { type: 'string', default: '1000' },
    passes: { type: 'string', default: '2' },
    'by-rule': { type: 'boolean', default: false },
  },
});

const { recommended, strict } = plugin.configs;
// A lint without any rule lets ESLint forget each file sooner than any other, which nobody has.
const idle: ESLint.Plugin = { rules: { nothing: { create: () => ({}) } } };
const presets: Record<string, { plugin: ESLint.Plugin; rules: Partial<Linter.RulesRecord> }> = {
  none: { plugin: idle, rules: { 'cancellation/nothing': 'error' } },
  recommended: { plugin, rules: recommended.rules ?? {} },
  strict: { plugin, rules: strict.rules ?? {} },
};
const preset = presets[values.rules];
if (!preset) throw new TypeError(`--rules is one of ${Object.keys(presets).join(', ')}.`);

const timed = timedRules();
const used = values['by-rule'] ? { ...preset, plugin: { rules: timed.rules } } : preset;
const sources = await benchSources(Number(values.files));
await lintAll();
timed.milliseconds.clear();
const seconds: number[] = [];
for (let pass = 0; pass < Number(values.passes); pass += 1) seconds.push(await lintAll());
console.log(JSON.stringify({ seconds, files: sources.length, byRule: [...timed.milliseconds] }));

/** @returns the CPU time in seconds that all files take */
async function lintAll(): Promise<number> {
  const eslint = new ESLint({
    cwd: '/',
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      plugins: { cancellation: used.plugin },
      languageOptions: { parser },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: used.rules,
    },
    allowInlineConfig: false,
  });
  const before = process.cpuUsage();
  for (const { file, text } of sources) await eslint.lintText(text, { filePath: file });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
