import { TextEdit } from 'vscode-languageserver';
import { isObject } from '../support/is-object.js';

/** What a diagnostic carries for its code actions, so that they outlive a restart of the server. */
export interface DiagnosticData {
  /** The version of the document for which the edits were made. */
  version: number;
  fix?: TextEdit;
  suggestions: { title: string; edits: TextEdit[] }[];
}

/** @returns true for data of ours that came back whole */
export function isDiagnosticData(data: unknown): data is DiagnosticData {
  if (!isObject(data) || typeof data.version !== 'number') return false;
  const { fix, suggestions } = data;
  return (
    (fix === undefined || TextEdit.is(fix)) && Array.isArray(suggestions) && suggestions.every(isSuggestion)
  );
}

function isSuggestion(value: unknown): boolean {
  if (!isObject(value) || typeof value.title !== 'string') return false;
  return Array.isArray(value.edits) && value.edits.every((edit) => TextEdit.is(edit));
}
