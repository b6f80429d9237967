import type { TSESTree } from '@typescript-eslint/types';

/** A second place that explains a finding, such as where its signal comes from. */
export interface RelatedPlace {
  node: TSESTree.Node;
  message: string;
}

/** Where a finding of ESLint's stands: what its messages say, with 1-based lines and columns. */
export interface FindingPlace {
  ruleId: string | null;
  line: number;
  column: number;
}

const placesBySource = new WeakMap<object, Map<string, readonly RelatedPlace[]>>();

/** Keeps the related places of one report, because ESLint's messages have no room for them. */
export function rememberRelatedPlaces(
  source: object,
  rule: string,
  start: TSESTree.Position,
  related: readonly RelatedPlace[],
): void {
  if (related.length === 0) return;
  const places = placesBySource.get(source) ?? new Map<string, readonly RelatedPlace[]>();
  placesBySource.set(source, places);
  places.set(`${rule}:${start.line}:${start.column}`, related);
}

/**
 * The related places of a finding.
 *
 * @param source the SourceCode that was linted (`linter.getSourceCode()`)
 * @param finding one of the messages that ESLint returned for it
 * @returns the places in the order in which they explain the finding; none for a finding of other rules
 */
export function relatedPlaces(source: object, finding: FindingPlace): readonly RelatedPlace[] {
  const rule = finding.ruleId?.split('/').at(-1) ?? '';
  return placesBySource.get(source)?.get(`${rule}:${finding.line}:${finding.column - 1}`) ?? [];
}
