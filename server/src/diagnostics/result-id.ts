import type { Diagnostic } from 'vscode-languageserver';
import { digestOf } from '../engine/digest.js';

/** @returns the id of a report by its content, so that it stays good after a restart */
export function resultIdOf(items: readonly Diagnostic[]): string {
  return digestOf(JSON.stringify(items));
}
