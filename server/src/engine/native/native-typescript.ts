/** An installed TypeScript that answers other programs: 7.1 or later. Plain data. */
export interface NativeTypeScript {
  /** The absolute path of the package. */
  folder: string;
  version: string;
}

/**
 * Finds an installed TypeScript that other programs can ask: 7.1, or a later 7.
 *
 * @param folder from which packages are looked up, as a module in it would
 * @returns the package, or why there is none and what to do, in sentences
 */
export type FindNative = (folder: string) => NativeTypeScript | { missing: string };
