import { setTimeout } from 'node:timers/promises';
import { diagnosticsOf } from '../diagnostics/diagnostic.js';
import { DocumentChangedError } from '../session/document-check.js';
import type { Feature, Session } from '../session/session.js';
import { waitsForSave } from '../session/waits-for-save.js';
import { reasonOf } from '../support/reason-of.js';

/** How long typing has to rest before it is checked, in milliseconds. */
const restAfterEdit = 150;

/** Sends diagnostics to a client that does not ask for them. */
export function pushDiagnostics(session: Session): Feature {
  if (session.client.pullsDiagnostics) return { capabilities: {} };
  const { connection, log, documents, checks } = session;
  const published = new Map<string, string>();
  /** Open documents, the last edited one last. */
  const edited = new Set<string>();
  let current = new AbortController();

  async function publish(uri: string, signal: AbortSignal): Promise<void> {
    if (published.has(uri) && (await waitsForSave(session, uri, signal))) return;
    const check = await checks.check(uri, signal);
    const diagnostics = check ? diagnosticsOf(check, session.client) : [];
    const content = JSON.stringify(diagnostics);
    if (published.get(uri) === content) return;
    published.set(uri, content);
    const version = check?.document.version;
    await connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }

  async function publishAll(rest: number, signal: AbortSignal): Promise<void> {
    await setTimeout(rest, undefined, { signal });
    for (const uri of [...edited].reverse()) await publish(uri, signal);
  }

  function schedule(rest = restAfterEdit): void {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    publishAll(rest, signal).catch((error: unknown) => {
      // A check that an edit overtook is made again by the one which that edit scheduled.
      if (signal.aborted || error instanceof DocumentChangedError) return;
      log.error(`The check failed: ${reasonOf(error)}.`);
    });
  }

  documents.onDidChangeContent(({ document: { uri } }) => {
    edited.delete(uri);
    edited.add(uri);
    schedule();
  });
  documents.onDidClose(async ({ document: { uri } }) => {
    edited.delete(uri);
    published.delete(uri);
    // A check of the closed document that is under way ends, and those of the others behind it with it.
    schedule();
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  documents.onDidSave(() => {
    schedule();
  });
  checks.onOutdated(() => {
    session.unsaved.forget();
    schedule();
  });
  checks.onImproved(() => {
    schedule(0);
  });
  return { capabilities: {} };
}
