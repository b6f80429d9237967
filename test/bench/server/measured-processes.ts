import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LspClient } from '../../support/lsp/lsp-client.js';
import type { LspDocument } from '../../support/lsp/lsp-document.js';
import { positionAt } from '../../support/lsp/text-positions.js';
import { nativeChildrenOf } from '../../native/child-processes.js';
import { memoryOf } from '../../stress/process-figures.js';
import type { BenchProject } from './bench-projects.js';

/** Something that checks a project's files as they are edited, in a process of its own. */
export interface MeasuredProcess {
  /** Opens a file, and waits for its findings. */
  open(file: string, text: string): Promise<void>;
  /** Gives a file a new text, and waits for its findings. */
  edit(file: string, text: string): Promise<void>;
  /** @returns how much memory the process takes at this moment, in MB */
  memory(): number;
  end(): void;
}

/**
 * @param capabilities those of an editor that waits for types, or of one that does not
 * @param settings the section `cancellation`
 */
export async function ourServer(
  { folder }: BenchProject,
  capabilities: NonNullable<Parameters<typeof LspClient.start>[0]>['capabilities'],
  settings: unknown = null,
): Promise<MeasuredProcess & { save(file: string): Promise<void> }> {
  const client = await LspClient.start({
    folders: [folder],
    ...(capabilities && { capabilities }),
    settings: () => settings,
    initializationOptions: { trusted: true },
  });
  const documents = new Map<string, LspDocument>();
  const documentOf = (file: string): LspDocument => {
    const document = documents.get(file);
    if (!document) throw new Error(`${file} is not open.`);
    return document;
  };
  return {
    async open(file, text) {
      const document = await client.open(path.join(folder, file), text);
      documents.set(file, document);
      await document.diagnostics();
    },
    async edit(file, text) {
      const document = documentOf(file);
      const everything = {
        start: positionAt(document.text, 0),
        end: positionAt(document.text, document.text.length),
      };
      await document.edit([{ range: everything, newText: text }]);
      await document.diagnostics();
    },
    async save(file) {
      await documentOf(file).actions([], ['source.fixAll.cancellation']);
    },
    memory: () => {
      const { pid } = client.server.child;
      return [pid, ...nativeChildrenOf(pid)].reduce<number>((sum, each) => sum + memoryOf(each), 0);
    },
    end: () => client.server.child.kill('SIGKILL'),
  };
}

/** ESLint with typescript-eslint's project service. */
export function eslintProcess({ folder }: BenchProject): MeasuredProcess {
  return scriptProcess(folder, script('eslint-process.mjs', folder));
}

/** TypeScript's language service, which knows nothing of ours. */
export function typescriptProcess({ folder }: BenchProject): MeasuredProcess {
  return scriptProcess(folder, script('typescript-process.mjs', path.join(folder, 'tsconfig.json')));
}

function scriptProcess(folder: string, child: ChildProcess): MeasuredProcess {
  const check = async (file: string, text: string) => {
    const { trouble } = await ask<{ trouble?: string }>(child, { file: path.join(folder, file), text });
    if (trouble !== undefined) throw new Error(`${file}: ${trouble}`);
  };
  return { open: check, edit: check, memory: () => memoryOf(child.pid), end: () => child.kill('SIGKILL') };
}

function script(name: string, ...args: string[]): ChildProcess {
  // Without what this process was started with, such as a loader.
  return fork(fileURLToPath(new URL(name, import.meta.url)), args, { execArgv: [] });
}

async function ask<Answer>(child: ChildProcess, question: object): Promise<Answer> {
  child.send(question);
  const [answer] = (await once(child, 'message')) as [Answer];
  return answer;
}
