import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';
import { swallowing } from './swallowing.js';
import { filesIn, typedSources } from './typed-project.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('the choice of rules', () => {
  it.each([
    [['--rule', 'no-swallowed-abort:warn'], '1 finding (0 errors, 1 warning)', 1],
    [['--rule', 'cancellation/no-swallowed-abort:warn'], '1 finding (0 errors, 1 warning)', 1],
    [['--rule', 'no-swallowed-abort:warn', '--max-warnings', '1'], '1 finding (0 errors, 1 warning)', 0],
    [['--rule', 'no-swallowed-abort:off'], 'No findings in 1 file.', 0],
    [['--rule', 'no-swallowed-abort:off', '--rule', 'no-swallowed-abort:error'], '1 finding (1 error', 1],
    [['--max-warnings', '5'], '1 finding (1 error, 0 warnings)', 1],
    [['--preset', 'strict'], '1 finding (1 error, 0 warnings)', 1],
  ])('%j', async (args, summary, code) => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    const outcome = await runCommand(['check', ...args], { cwd });
    expect(outcome.stdout).toContain(summary);
    expect(outcome).toMatchObject({ code, stderr: '' });
  });
});

describe('the use of types', () => {
  const files = {
    'tsconfig.json': '{ "compilerOptions": { "strict": true, "noEmit": true }, "include": ["src"] }',
    ...filesIn('src', typedSources),
  };

  it('has types where a tsconfig includes the file', async () => {
    const { stdout } = await runCommand(['check'], { cwd: await temporaryFolder(files) });
    expect(stdout).toMatch(/^src\/run\.ts\n\n {2}5:\d+ {2}error .* cancellation\/forward-abort-signal\n/);
  });

  it('does without them with --no-types', async () => {
    const { stdout } = await runCommand(['check', '--no-types'], { cwd: await temporaryFolder(files) });
    expect(stdout).toBe('No findings in 2 files.\n');
  });
});

describe('a wrong command line', () => {
  it.each([
    [['check', '--colour'], "error: unknown option '--colour'"],
    [['check', '--formt', 'json'], "error: unknown option '--formt'\n(Did you mean --format?)"],
    [['chek'], "error: unknown command 'chek'\n(Did you mean check?)"],
    [
      ['check', '--rule', 'no-such-rule:off'],
      'There is no rule no-such-rule. cancellation-lint explain lists the rules.',
    ],
    [['check', '--rule', 'no-swalowed-abort:off'], 'Did you mean no-swallowed-abort?'],
    [['check', '--rule', 'no-swallowed-abort'], 'look like no-swallowed-abort:off|warn|error.'],
    [['check', '--rule', 'no-swallowed-abort:loud'], 'look like no-swallowed-abort:off|warn|error.'],
    [['check', '--max-warnings', '-1'], 'It takes a whole number, 0 or more.'],
    [['check', '--preset', 'all'], 'Allowed choices are recommended, strict.'],
    [['check', '--format', 'xml'], 'Allowed choices are text, json, sarif, github.'],
    [['fix', '--rule', 'no-such-rule:off'], 'There is no rule no-such-rule.'],
    [['check', ''], 'A path has at least one character.'],
    [['fix', '--suggestions', ''], 'A path has at least one character.'],
    [['fix', '--sugestions'], '(Did you mean --suggestions?)'],
    [['fix', '--format', 'json'], "error: unknown option '--format'"],
    [['explain', 'one', 'two'], 'too many arguments'],
  ])('%j', async (args, message) => {
    const cwd = await temporaryFolder({ 'a.ts': swallowing });
    const { code, stdout, stderr } = await runCommand(args, { cwd });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('the command itself', () => {
  it('tells its version', async () => {
    const { code, stdout } = await runCommand(['--version'], { cwd: await temporaryFolder() });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(code).toBe(0);
  });

  it.each([[['--help']], [['help']]])('explains itself with %j', async (args) => {
    const { code, stdout } = await runCommand(args, { cwd: await temporaryFolder() });
    expect(stdout).toContain('Usage: cancellation-lint');
    expect(stdout).toContain('Exit codes:');
    expect(code).toBe(0);
  });

  const selection = ['--no-types', '--preset', '--rule', '--ignore', '--threads'];
  it.each([
    ['check', [...selection, '--max-warnings', '--format']],
    ['fix', [...selection, '--suggestions', '--diff', 'the first is taken', 'Exit codes:']],
    ['explain', ['[rule]']],
  ])('explains its %s, with examples', async (verb, parts) => {
    const { code, stdout } = await runCommand([verb, '--help'], { cwd: await temporaryFolder() });
    const words = stdout.replaceAll(/\s+/g, ' ');
    for (const part of [...parts, `Examples: cancellation-lint ${verb}`]) expect(words).toContain(part);
    expect(code).toBe(0);
  });
});
