import type { CancellationSettings } from './settings.js';

/** @returns what the settings say to the engine, of a file that may have types or, being in no project, has none */
export function engineSettings(
  { types, maximumFileSize }: CancellationSettings,
  mayHaveTypes: boolean,
): { types: boolean; maximumBytes: number } {
  return { types: types.enable && mayHaveTypes, maximumBytes: maximumFileSize * 1024 };
}
