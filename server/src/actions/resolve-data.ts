import { Range } from 'vscode-languageserver';
import type { EditWork } from './action-request.js';
import { isObject } from '../support/is-object.js';

/** What a code action without an edit carries, so that the edit can be worked out when somebody wants it. */
export interface ResolveData {
  uri: string;
  /** The version of the document for which the action was listed. */
  version: number;
  kind: string;
  work: EditWork;
}

/** @returns true for data of ours that came back whole */
export function isResolveData(data: unknown): data is ResolveData {
  if (!isObject(data) || !isObject(data.work)) return false;
  const { rule, range } = data.work;
  return (
    typeof data.uri === 'string' &&
    typeof data.version === 'number' &&
    typeof data.kind === 'string' &&
    (rule === undefined || typeof rule === 'string') &&
    (range === undefined || Range.is(range))
  );
}
