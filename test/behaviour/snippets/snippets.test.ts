import { getEventListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type * as promises from '../../../extension/snippets/src/cancellable-promise.js';
import type * as sleeps from '../../../extension/snippets/src/cancellable-sleep.js';
import type * as groups from '../../../extension/snippets/src/task-group.js';
import { lintSource } from '../../support/lint-source.js';
import { runNode } from '../../support/run-node.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { EventLog } from '../event-log.js';
import { ProgramRun, type ProgramEnd } from '../program-run.js';
import { contributedSnippets, insertedText, runnable, type Language } from './inserted-snippet.js';
import { faultyPrograms, main, service, tasks } from './snippet-programs.js';

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** A folder with all snippets as modules, and further files; lasts as long as the test. */
async function folderWith(
  language: Language,
  files: Record<string, string>,
  filled: Record<string, string> = {},
): Promise<string> {
  const snippets = await contributedSnippets(language);
  const modules = snippets.map(
    (each) => [`${each.prefix}.js`, runnable(insertedText(each, filled), language)] as const,
  );
  return temporaryFolder({
    'package.json': '{ "type": "module" }',
    ...Object.fromEntries(modules),
    ...files,
  });
}

interface Run {
  how?: string;
  /** What is delivered, each after what has to be seen before. */
  delivered?: readonly (readonly [after: string, signal: NodeJS.Signals])[];
}

async function run(file: string, { how = 'waits', delivered = [] }: Run): Promise<ProgramEnd> {
  const program = ProgramRun.start(file, [how], path.dirname(file), new EventLog());
  try {
    for (const [after, signal] of delivered) {
      await program.reaches(after);
      program.deliver(signal);
    }
    return await program.end();
  } finally {
    await program.stop();
  }
}

/** @returns a snippet as a module of this process */
async function importSnippet<Module>(language: Language, name: string): Promise<Module> {
  const folder = await folderWith(language, {});
  return (await import(pathToFileURL(path.join(folder, `${name}.js`)).href)) as Module;
}

it('the extension contributes the same snippets in all four languages, from the sources', async () => {
  const file = new URL('../../../extension/package.json', import.meta.url);
  const { contributes } = JSON.parse(await readFile(file, 'utf8')) as {
    contributes: { snippets: { language: string; path: string }[] };
  };
  expect(contributes.snippets.map(({ language, path }) => [language, path])).toEqual([
    ['typescript', './snippets/typescript.code-snippets'],
    ['typescriptreact', './snippets/typescript.code-snippets'],
    ['javascript', './snippets/javascript.code-snippets'],
    ['javascriptreact', './snippets/javascript.code-snippets'],
  ]);
  const names = async (language: Language): Promise<string[]> =>
    (await contributedSnippets(language)).map(({ prefix }) => prefix);
  expect(await names('javascript')).toEqual(await names('typescript'));
  for (const snippet of await contributedSnippets('typescript')) {
    const source = new URL(`../../../extension/snippets/src/${snippet.prefix}.ts`, import.meta.url);
    expect(await readFile(source, 'utf8')).toMatch(new RegExp(`@prefix ${snippet.prefix}\n`));
    expect((await readFile(source, 'utf8')).endsWith(`\n${insertedText(snippet)}`)).toBe(true);
  }
});

describe.each(['typescript', 'javascript'] as const)('in %s', (language) => {
  it('has no finding of ours', async () => {
    for (const snippet of await contributedSnippets(language)) {
      const file = path.resolve(`${snippet.prefix}.${language === 'typescript' ? 'ts' : 'js'}`);
      expect(lintSource({ file, text: insertedText(snippet) }), snippet.prefix).toEqual([]);
    }
  });

  describe.each([
    ['the cancellable entry point', 'cancellable-entry-point.js'],
    ['the graceful shutdown', 'service.js'],
  ])('%s', (_, name) => {
    const start = async (how: Run, filled?: Record<string, string>): Promise<ProgramEnd> => {
      const folder = await folderWith(language, { 'main.js': main, 'service.js': service }, filled);
      return run(path.join(folder, name), how);
    };

    it('ends by itself', async () => {
      expect(await start({ how: 'ends' })).toEqual({
        exitCode: 0,
        killedBy: null,
        lines: ['working', 'cleaning up', 'cleaned up', 'listeners left: 0'],
        stderr: '',
      });
    });

    it.each(signals)('on %s, waits for the cleanup and exits with %i', async (signal, exitCode) => {
      expect(await start({ delivered: [['working', signal]] })).toEqual({
        exitCode,
        killedBy: null,
        lines: ['working', 'cleaning up', 'cleaned up', 'listeners left: 0'],
        stderr: '',
      });
    });

    it.each([
      ['SIGINT', 'SIGINT', 130],
      ['SIGINT', 'SIGTERM', 143],
      ['SIGTERM', 'SIGTERM', 143],
    ] as const)('on %s and then %s, does not wait any more', async (first, second, exitCode) => {
      const delivered = [
        ['working', first],
        ['cleaning up', second],
      ] as const;
      expect(await start({ how: 'hangs', delivered })).toEqual({
        exitCode,
        killedBy: null,
        lines: ['working', 'cleaning up', 'listeners left: 2'],
        stderr: '',
      });
    });

    it('lets a failure through', async () => {
      const { exitCode, lines, stderr } = await start({ how: 'fails' });
      expect(exitCode).toBe(1);
      expect(stderr).toContain('Error: out of paper');
      expect(lines.at(-1)).toBe('listeners left: 0');
    });
  });

  describe('the cleanup of the graceful shutdown', () => {
    const delivered = [['working', 'SIGTERM']] as const;

    it('fails where it cannot be done', async () => {
      const folder = await folderWith(language, { 'service.js': service });
      const end = await run(path.join(folder, 'service.js'), { how: 'cannot clean up', delivered });
      expect(end).toMatchObject({ exitCode: 1, lines: ['working', 'cleaning up', 'listeners left: 0'] });
      expect(end.stderr).toContain('Error: out of order');
    });

    it('fails where it takes longer than it may', async () => {
      const folder = await folderWith(language, { 'service.js': service }, { '10_000': '10' });
      const end = await run(path.join(folder, 'service.js'), { how: 'hangs', delivered });
      expect(end).toMatchObject({ exitCode: 1, lines: ['working', 'cleaning up', 'listeners left: 0'] });
      expect(end.stderr).toContain('aborted due to timeout');
    });
  });

  it.each(signals)('%s reaches a sleep and a promise in a task group', async (signal, exitCode) => {
    const folder = await folderWith(language, { 'main.js': tasks });
    const file = path.join(folder, 'cancellable-entry-point.js');
    expect(await run(file, { delivered: [['working', signal]] })).toEqual({
      exitCode,
      killedBy: null,
      lines: ['working', 'promise ended', 'sleep ended'],
      stderr: '',
    });
  });

  describe('the task group', () => {
    const load = async (): Promise<typeof groups.runTaskGroup> => {
      const module = await importSnippet<typeof groups>(language, 'task-group');
      return module.runTaskGroup;
    };
    const untilAborted = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });

    it('gives the results in order', async () => {
      const runTaskGroup = await load();
      const { signal } = new AbortController();
      const slow = async (): Promise<string> => {
        await setImmediate();
        return 'slow';
      };
      expect(await runTaskGroup([slow, () => Promise.resolve('fast')], signal)).toEqual(['slow', 'fast']);
      expect(await runTaskGroup([], signal)).toEqual([]);
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    it('aborts the siblings of the first failure, waits for all, and throws all failures', async () => {
      const runTaskGroup = await load();
      const ended: string[] = [];
      const failing = (): Promise<never> => Promise.reject(new Error('first'));
      const sibling = async (signal: AbortSignal): Promise<void> => {
        try {
          await untilAborted(signal);
        } finally {
          await setImmediate();
          ended.push('sibling');
        }
      };
      const clumsy = async (signal: AbortSignal): Promise<void> => {
        await untilAborted(signal).catch(async () => {
          await setImmediate();
          throw new Error('second');
        });
      };
      const { signal } = new AbortController();
      const error: unknown = await runTaskGroup<unknown>([sibling, failing, clumsy], signal).catch(
        (each: unknown) => each,
      );
      expect(error).toBeInstanceOf(AggregateError);
      expect((error as AggregateError).errors.map(String)).toEqual(['Error: first', 'Error: second']);
      expect(ended).toEqual(['sibling']);
      expect(signal.aborted).toBe(false);
    });

    it('passes on an abort, and waits for its tasks before that', async () => {
      const runTaskGroup = await load();
      const controller = new AbortController();
      const ended: string[] = [];
      const group = runTaskGroup(
        [(own) => untilAborted(own).finally(() => ended.push('task'))],
        controller.signal,
      );
      controller.abort(new Error('no longer wanted'));
      await expect(group).rejects.toBe(controller.signal.reason);
      expect(ended).toEqual(['task']);
    });

    it('starts nothing once it is aborted', async () => {
      const runTaskGroup = await load();
      const started: string[] = [];
      const task = (): Promise<number> => Promise.resolve(started.push('task'));
      await expect(runTaskGroup([task], AbortSignal.abort())).rejects.toThrow('aborted');
      expect(started).toEqual([]);
    });

    it('takes an abort of its own that a task throws for the failure that it is', async () => {
      const runTaskGroup = await load();
      const task = (): Promise<never> => Promise.reject(new DOMException('own', 'AbortError'));
      const group = runTaskGroup([task], new AbortController().signal);
      await expect(group).rejects.toMatchObject({ errors: [{ message: 'own' }] });
    });
  });

  describe('the sleep', () => {
    const load = async (): Promise<typeof sleeps.sleep> =>
      (await importSnippet<typeof sleeps>(language, 'cancellable-sleep')).sleep;

    it('ends, and leaves no listener', async () => {
      const sleep = await load();
      const { signal } = new AbortController();
      await expect(sleep(1, signal)).resolves.toBeUndefined();
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    it('rejects at the abort, and leaves neither listener nor timer', async () => {
      const sleep = await load();
      const timers = (): number =>
        process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
      const before = timers();
      const controller = new AbortController();
      const sleeping = sleep(600_000, controller.signal);
      expect(timers()).toBe(before + 1);
      controller.abort(new Error('enough'));
      expect(timers()).toBe(before);
      await expect(sleeping).rejects.toThrow('enough');
      expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    });

    it('does not begin on an aborted signal', async () => {
      const sleep = await load();
      await expect(sleep(600_000, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    });
  });

  describe('the promise', () => {
    const load = async (): Promise<typeof promises.abortable> =>
      (await importSnippet<typeof promises>(language, 'cancellable-promise')).abortable;

    it('settles as what it waits for, and leaves no listener', async () => {
      const abortable = await load();
      const { signal } = new AbortController();
      await expect(abortable(Promise.resolve('done'), signal)).resolves.toBe('done');
      await expect(abortable(Promise.reject(new Error('failed')), signal)).rejects.toThrow('failed');
      await setImmediate();
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    it.each(['before', 'after'] as const)('rejects on an abort %s its start, once', async (when) => {
      const abortable = await load();
      const controller = new AbortController();
      let fail: (error: Error) => void = () => undefined;
      const endless = new Promise<never>((_, reject) => {
        fail = reject;
      });
      if (when === 'before') controller.abort(new Error('enough'));
      const waiting = abortable(endless, controller.signal);
      controller.abort(new Error('enough'));
      await expect(waiting).rejects.toThrow('enough');
      expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
      // Nobody waits any more: unhandled, this would fail the run of the tests.
      fail(new Error('late'));
      await setImmediate();
    });
  });

  describe('the real-signal test', () => {
    const test = async (
      files: Record<string, string>,
      limit?: string,
    ): Promise<{ code: number | null; stdout: string; folder: string }> => {
      const filled = limit === undefined ? {} : { '10_000': limit };
      const folder = await folderWith(language, files, filled);
      const outcome = await runNode(['--test-reporter=tap', 'real-signal-test.js'], { cwd: folder });
      return { ...outcome, folder };
    };

    it('passes where the program cleans up and exits as it should', async () => {
      const program = "import './cancellable-entry-point.js';";
      const { code, stdout } = await test({ 'program.js': program, 'main.js': main });
      expect(stdout).toContain('# pass 2\n');
      expect(code).toBe(0);
    });

    it.each(Object.entries(faultyPrograms))('fails where the program %s', async (how, program) => {
      const limit = how === 'ignores the signal' ? '3_000' : undefined;
      const { code, stdout, folder } = await test({ 'program.js': program }, limit);
      expect(stdout).toContain('# pass 0\n');
      expect(code).toBe(1);
      const pid = path.join(folder, 'program.pid');
      if (existsSync(pid)) {
        const left = Number(await readFile(pid, 'utf8'));
        expect(() => process.kill(left, 0), 'the program is not left running').toThrow('ESRCH');
      }
    });
  });
});
