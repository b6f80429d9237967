import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { swallowing } from '../cli/swallowing.js';
import { typedSources } from '../cli/typed-project.js';
import { writeFiles } from '../support/temporary-folder.js';
import type { Editor } from './editors.js';

const server = fileURLToPath(new URL('../../server/dist/cancellation-language-server.js', import.meta.url));
const limit = 120_000;

const project = {
  'package.json': '{ "name": "tried" }\n',
  'tsconfig.json': '{}\n',
  'fixed.ts': swallowing,
  'disabled.ts': swallowing,
  'work.ts': typedSources['work.ts'],
  'typed.ts': typedSources['run.ts'],
};

/** What the two files are once they are mended and silenced. */
const saved = {
  'fixed.ts': swallowing.replace('catch {', 'catch {\n    signal.throwIfAborted();'),
  'disabled.ts': swallowing.replace(
    '  } catch',
    '  // cancellation-disable-next-line no-swallowed-abort\n  } catch',
  ),
};

/** What a scenario reports, line by line. */
const report = [
  /^error 4:5 cancellation\/no-swallowed-abort$/,
  /^gone$/,
  /^error 4:5 cancellation\/no-swallowed-abort$/,
  /^gone$/,
  /^warning 5:10 cancellation\/forward-abort-signal$/,
  /^hover .*abort signal.*parameter .*whoever calls .*Is not handed to.*work/,
];

/**
 * Runs an editor's scenario in a project of its own, with the built server on the path.
 *
 * @returns what was not as it should be, line by line; nothing where all was
 */
export async function drive(editor: Editor): Promise<string[]> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'cancellation-client-')));
  try {
    const command = path.join(folder, 'bin', 'cancellation-language-server');
    await writeFiles(folder, {
      'bin/cancellation-language-server': `#!/bin/sh\nexec '${process.execPath}' '${server}' "$@"\n`,
      'home/.keep': '',
      report: '',
    });
    await chmod(command, 0o755);
    await writeFiles(path.join(folder, 'project'), project);
    const output = await runEditor(editor, folder);
    const differences = [...(await reportDifferences(folder)), ...(await savedDifferences(folder))];
    return differences.length === 0 ? [] : [...differences, 'It printed:', output];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns what it printed */
async function runEditor({ program, args }: Editor, folder: string): Promise<string> {
  // Standard input stays open: Vim ends where it does.
  const child = spawn(program, args, {
    cwd: path.join(folder, 'project'),
    env: {
      ...process.env,
      PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env.PATH ?? ''}`,
      HOME: path.join(folder, 'home'),
      TERM: 'dumb',
      CLIENT_REPORT: path.join(folder, 'report'),
    },
    stdio: 'pipe',
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  await once(child, 'close');
  return output;
}

async function reportDifferences(folder: string): Promise<string[]> {
  const lines = (await readFile(path.join(folder, 'report'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  const isRight =
    lines.length === report.length && report.every((line, index) => line.test(lines[index] ?? ''));
  return isRight ? [] : ['It reported:', ...lines.map((line) => `  ${line}`)];
}

async function savedDifferences(folder: string): Promise<string[]> {
  const differences = await Promise.all(
    Object.entries(saved).map(async ([name, text]) => {
      const found = await readFile(path.join(folder, 'project', name), 'utf8');
      return found === text ? [] : [`It saved ${name} as:`, found];
    }),
  );
  return differences.flat();
}
