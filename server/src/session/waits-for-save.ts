import type { Session } from './session.js';

/**
 * @param uri the address of an open document
 * @returns true where its findings are to stay as they are until it is saved
 * @throws the signal's reason when it aborts
 */
export async function waitsForSave(
  { settings, unsaved }: Pick<Session, 'settings' | 'unsaved'>,
  uri: string,
  signal: AbortSignal,
): Promise<boolean> {
  return unsaved.has(uri) && (await settings.of(uri, signal)).run === 'onSave';
}
