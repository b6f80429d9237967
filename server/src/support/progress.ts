import type { Connection } from 'vscode-languageserver';
import type { ClientSupport } from './client-support.js';

/** A piece of work that a person watches. */
export interface Progress {
  /** Aborts when the person cancels the work. */
  signal: AbortSignal;
  report(state: { done: number; total: number }): void;
  /** Has to be called when the work ends, whatever way. */
  done(): void;
}

/** @returns the progress of a piece of work, which a client that can shows under this title and lets a person cancel */
export async function startProgress(
  connection: Connection,
  { showsProgress }: ClientSupport,
  title: string,
): Promise<Progress> {
  const controller = new AbortController();
  const { signal } = controller;
  if (!showsProgress) return { signal, report: () => undefined, done: () => undefined };
  const shown = await connection.window.createWorkDoneProgress();
  const listener = shown.token.onCancellationRequested(() => {
    controller.abort();
  });
  let lastPercentage = 0;
  shown.begin(title, 0, undefined, true);
  return {
    signal,
    report({ done, total }) {
      const percentage = Math.floor((100 * done) / total);
      if (percentage === lastPercentage) return;
      lastPercentage = percentage;
      shown.report(percentage, `${String(done)} of ${String(total)} files`);
    },
    done() {
      listener.dispose();
      shown.done();
    },
  };
}
