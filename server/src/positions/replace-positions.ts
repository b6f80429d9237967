import type { Position } from 'vscode-languageserver';
import { isObject } from '../support/is-object.js';

/** @param uri the document that the place is in */
export type ReplacePosition = (uri: string, position: Position) => Position;

/** What one side alone reads: it comes back as it was sent. */
const opaque = new Set(['data', 'settings', 'initializationOptions']);

/** Members whose own members are named by the documents that they are about. */
const byDocument = new Set(['changes', 'relatedDocuments']);

/**
 * Replaces the places in a part of a message.
 *
 * @param uri the document that places are in where nothing nearer says so; without one they are left
 * @returns the part, itself where nothing in it has changed
 */
export function replacePositions<Part>(part: Part, replace: ReplacePosition, uri?: string): Part {
  if (Array.isArray(part)) return part.map((each: unknown) => replacePositions(each, replace, uri)) as Part;
  if (!isObject(part)) return part;
  if (isPosition(part)) return uri === undefined ? part : (replace(uri, part) as Part);
  const own = uriIn(part) ?? uri;
  const members = Object.entries(part).map(([name, value]) => {
    if (opaque.has(name)) return [name, value] as const;
    if (byDocument.has(name) && isObject(value)) return [name, replaceByDocument(value, replace)] as const;
    return [name, replacePositions(value, replace, own)] as const;
  });
  return Object.fromEntries(members) as Part;
}

/** @returns the document that an object says it is about */
export function uriIn(part: unknown): string | undefined {
  if (!isObject(part)) return undefined;
  const { uri, textDocument } = part;
  if (typeof uri === 'string') return uri;
  return isObject(textDocument) && typeof textDocument.uri === 'string' ? textDocument.uri : undefined;
}

function replaceByDocument(parts: object, replace: ReplacePosition): object {
  return Object.fromEntries(
    Object.entries(parts).map(([uri, part]) => [uri, replacePositions(part as unknown, replace, uri)]),
  );
}

function isPosition(part: object): part is Position {
  return (
    'line' in part &&
    'character' in part &&
    typeof part.line === 'number' &&
    typeof part.character === 'number'
  );
}
