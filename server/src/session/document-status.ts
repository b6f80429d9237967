import type { DocumentConfig } from '../config/document-config.js';
import { manifest } from '../manifest.js';
import type { DocumentStatus } from '../protocol.js';
import type { CheckTarget } from './check-target.js';
import type { Session } from './session.js';

const switchedOff = 'The setting cancellation.enable is false.';
const excluded = 'The setting cancellation.exclude names the file.';

/**
 * @param uri the address of a document
 * @returns how it is checked
 * @throws the signal's reason when it aborts
 */
export async function documentStatus(
  session: Session,
  uri: string,
  signal: AbortSignal,
): Promise<DocumentStatus> {
  const config = await session.documentConfigs.of(uri, signal);
  if (!config.isChecked) {
    const reason = config.settings.enable ? excluded : switchedOff;
    return { version: manifest.version, mode: 'off', reason, types: { state: 'off' } };
  }
  const target = session.findTarget(session.documents.get(uri) ?? { uri, languageId: '' });
  return {
    version: manifest.version,
    ...modeOf(config, target, session),
    types: await typesOf(session, { uri, config, target }, signal),
  };
}

function modeOf(
  { eslint, settings }: DocumentConfig,
  target: CheckTarget | undefined,
  { clientState }: Session,
): Pick<DocumentStatus, 'mode' | 'configFile' | 'reason'> {
  if (!eslint) {
    const isVirtual = target?.isVirtual === true;
    return { mode: 'own', ...reasonUnread(settings.eslint.useConfig, isVirtual, clientState.isTrusted) };
  }
  const { configFile } = eslint;
  if (configFile === undefined) return { mode: 'own' };
  switch (eslint.kind) {
    case 'plugin':
      return { mode: 'eslint', configFile };
    case 'none':
      return { mode: 'own', configFile, reason: 'The plugin is not in the ESLint config of this file.' };
    case 'loading':
      return { mode: 'own', configFile, reason: 'The ESLint config is being read.' };
    case 'trouble':
      return { mode: 'own', configFile, reason: eslint.trouble };
  }
}

function reasonUnread(
  useConfig: 'auto' | 'never',
  isVirtual: boolean,
  isTrusted: boolean,
): Pick<DocumentStatus, 'reason'> {
  if (useConfig === 'never') return { reason: 'The setting cancellation.eslint.useConfig is "never".' };
  if (isVirtual) return { reason: 'An ESLint config is read from disk only, and this workspace is virtual.' };
  if (!isTrusted) return { reason: 'The workspace is not trusted, so that its ESLint config is not run.' };
  return {};
}

async function typesOf(
  { engine, checks }: Session,
  {
    uri,
    config: { settings },
    target,
  }: { uri: string; config: DocumentConfig; target: CheckTarget | undefined },
  signal: AbortSignal,
): Promise<DocumentStatus['types']> {
  if (!target) return { state: 'off', reason: 'The document is not checked.' };
  if (!settings.types.enable)
    return { state: 'off', reason: 'The setting cancellation.types.enable is false.' };
  if (target.isVirtual)
    return { state: 'off', reason: 'Types are read from disk only, and this workspace is virtual.' };
  if (!target.mayHaveTypes)
    return { state: 'off', reason: 'No TypeScript project can include the document.' };
  const { project } = await engine.about(target.file, { signal });
  if (project?.configFile === undefined)
    return { state: 'off', reason: 'No tsconfig.json or jsconfig.json includes the file.' };
  const { configFile, trouble } = project;
  if (trouble !== undefined) return { state: 'off', reason: trouble, project: configFile };
  return { state: checks.isPreliminary(uri) ? 'loading' : 'on', project: configFile };
}
