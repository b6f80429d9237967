import type { TypesOption } from '../engine/native/type-engines.js';
import type { DocumentConfig } from './document-config.js';

/** @returns what the configuration says to the engine, of a file that may have types or, being in no project, has none */
export function engineSettings(
  { settings: { types, maximumFileSize }, native }: DocumentConfig,
  mayHaveTypes: boolean,
): { types: TypesOption; maximumBytes: number } {
  return { types: types.enable && mayHaveTypes && (native ?? true), maximumBytes: maximumFileSize * 1024 };
}
