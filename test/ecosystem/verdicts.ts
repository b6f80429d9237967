import { readFile } from 'node:fs/promises';
import type { Finding } from './lint-file.js';

/** What a person says of a finding, after reading the code around it. */
export interface Verdict {
  package: string;
  file: string;
  line: number;
  rule: string;
  verdict: 'right' | 'wrong' | 'arguable';
  reason: string;
}

/** A finding in a package of the list. */
export interface PackageFinding extends Finding {
  package: string;
  file: string;
}

/** The verdicts that were given, by what they are about. */
export class Verdicts {
  readonly #byPlace: Map<string, Verdict>;

  private constructor(verdicts: readonly Verdict[]) {
    this.#byPlace = new Map(verdicts.map((verdict) => [placeOf(verdict), verdict]));
  }

  static async read(): Promise<Verdicts> {
    const text = await readFile(new URL('verdicts.json', import.meta.url), 'utf8');
    return new Verdicts(JSON.parse(text) as Verdict[]);
  }

  /** @returns the verdict about a finding; undefined where nobody has read it */
  about(finding: PackageFinding): Verdict['verdict'] | undefined {
    return this.#byPlace.get(placeOf(finding))?.verdict;
  }

  /** @returns the verdicts about places that none of these findings is at any more */
  withoutFinding(findings: readonly PackageFinding[]): Verdict[] {
    const places = new Set(findings.map(placeOf));
    const packages = new Set(findings.map((finding) => finding.package));
    return [...this.#byPlace]
      .filter(([place, verdict]) => packages.has(verdict.package) && !places.has(place))
      .map(([, verdict]) => verdict);
  }
}

function placeOf({ package: name, file, line, rule }: Omit<Verdict, 'verdict' | 'reason'>): string {
  return [name, file, line, rule].join(':');
}
