import type { TSESLint } from '@typescript-eslint/utils';

/** @returns the first of some names that nothing in the file has or means yet */
export function findFreeName(
  { scopeManager }: Readonly<TSESLint.SourceCode>,
  names: readonly string[],
): string | undefined {
  const scopes = scopeManager?.scopes ?? [];
  return names.find((name) =>
    scopes.every(
      ({ set, through }) => !set.has(name) && through.every(({ identifier }) => identifier.name !== name),
    ),
  );
}
