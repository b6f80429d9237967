import { createHash } from 'node:crypto';
import type { Diagnostic } from 'vscode-languageserver';

/** @returns the id of a report by its content, so that it stays good after a restart */
export function resultIdOf(items: readonly Diagnostic[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('base64url');
}
