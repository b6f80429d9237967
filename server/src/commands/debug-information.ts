import plugin from 'eslint-plugin-cancellation';
import { isDeepStrictEqual } from 'node:util';
import { readSettings } from '../config/settings.js';
import { manifest } from '../manifest.js';
import { DocumentChangedError } from '../session/document-check.js';
import type { DocumentStatus } from '../protocol.js';
import { documentStatus } from '../session/document-status.js';
import type { Session } from '../session/session.js';

/**
 * Says in Markdown what somebody has to know who looks for a mistake: versions, settings, and how each open document is checked.
 * Nothing of what stands in a file is in it.
 *
 * @throws the signal's reason when it aborts
 */
export async function debugInformation(
  session: Session,
  _args: readonly unknown[],
  signal: AbortSignal,
): Promise<string> {
  const documents: string[] = [];
  for (const uri of session.documents.keys()) documents.push(await documentPart(session, uri, signal));
  return [
    `# ${manifest.name} ${manifest.version}`,
    await versionPart(session, signal),
    '## Settings that differ from the defaults',
    settingsPart(await session.settings.ofServer()),
    '## Open documents',
    documents.length === 0 ? 'None.' : documents.join('\n\n'),
  ].join('\n\n');
}

async function versionPart(session: Session, signal: AbortSignal): Promise<string> {
  const { typescript, native, eslint } = await session.engine.about(undefined, { signal });
  const { name = 'unknown', version = '' } = session.client;
  const { isTrusted, isEslintShown } = session.clientState;
  const folders = session.folders.all.length + session.folders.virtual.length;
  return list({
    'eslint-plugin-cancellation': plugin.meta?.version ?? 'unknown',
    TypeScript: native === undefined ? typescript : `${typescript}; the types are from ${native}`,
    ESLint: eslint,
    ...session.platform.facts,
    Client: `${name} ${version}`.trimEnd(),
    Workspace: `${folders} folder${folders === 1 ? '' : 's'}, ${isTrusted ? 'trusted' : 'not trusted'}`,
    'ESLint extension': isEslintShown ? 'active' : 'not active, as far as is known',
  });
}

function settingsPart(settings: object): string {
  const defaults = new Map<string, unknown>(Object.entries(readSettings(undefined).settings));
  const changed = Object.entries(settings).filter(
    ([name, value]) => !isDeepStrictEqual(value, defaults.get(name)),
  );
  if (changed.length === 0) return 'None.';
  return ['```json', JSON.stringify(Object.fromEntries(changed), undefined, 2), '```'].join('\n');
}

const modeWords: Record<DocumentStatus['mode'], string> = {
  own: "the server's settings",
  eslint: 'the ESLint config',
  off: 'none',
};

async function documentPart(session: Session, uri: string, signal: AbortSignal): Promise<string> {
  const { mode, configFile, reason, types } = await documentStatus(session, uri, signal);
  const document = session.documents.get(uri);
  const facts = list({
    Language: `${document?.languageId ?? 'unknown'}, ${document?.lineCount ?? 0} lines`,
    Rules: [modeWords[mode], configFile, reason].filter((part) => part !== undefined).join('; '),
    Types: [types.state, types.project, types.reason].filter((part) => part !== undefined).join('; '),
    Findings: await countsOf(session, uri, signal),
  });
  return `### ${uri}\n\n${facts}`;
}

async function countsOf({ checks }: Session, uri: string, signal: AbortSignal): Promise<string> {
  try {
    const findings = (await checks.check(uri, signal))?.findings ?? [];
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return `errors: ${errors}, warnings: ${findings.length - errors}`;
  } catch (error) {
    if (!(error instanceof DocumentChangedError)) throw error;
    return 'the document is being edited';
  }
}

function list(facts: Record<string, string>): string {
  return Object.entries(facts)
    .map(([name, value]) => `- ${name}: ${value}`)
    .join('\n');
}
