import { existsSync } from 'node:fs';
import type { RunLedger } from '../run-ledger.js';
import type { ResultBasis } from '../threads/check-thread.js';
import type { Candidate } from '../threads/find-candidates.js';
import type { ThreadListener } from '../threads/run-in-threads.js';
import type { CacheContent } from './cache-content.js';
import { packageDigests } from './package-digests.js';
import { TraceCheck } from './trace-check.js';

/**
 * The results of earlier runs. A result is good where the text is the same, the package.json files around it, and, where a
 * rule asked for types, all that TypeScript read and looked for when it made them.
 */
export class ResultCache {
  readonly #content: CacheContent;
  readonly #check: TraceCheck;
  readonly #packagesOf = packageDigests();
  #isChanged = false;

  /** @param content what is known so far, which this adds to */
  constructor(content: CacheContent) {
    this.#content = content;
    this.#check = new TraceCheck(content.traces);
  }

  /** What is to be written; undefined where nothing is new. */
  get changedContent(): CacheContent | undefined {
    const { results, traces } = this.#content;
    for (const file of results.keys()) {
      if (existsSync(file)) continue;
      results.delete(file);
      this.#isChanged = true;
    }
    return this.#isChanged ? { results, traces } : undefined;
  }

  /**
   * Takes out of some candidates those whose results are known.
   *
   * @param candidates files with the texts that they have now
   * @param ledger hears of the known results
   * @returns the candidates that have to be checked
   * @throws the signal's reason when it aborts
   */
  async take(candidates: readonly Candidate[], ledger: RunLedger, signal: AbortSignal): Promise<Candidate[]> {
    const unknown: Candidate[] = [];
    for (const candidate of candidates) {
      const { file, digest } = candidate;
      const known = this.#content.results.get(file);
      const isSame = known?.text === digest && known.packages === this.#packagesOf(file);
      if (known && isSame && (await this.#check.hold(known.traces, signal)))
        ledger.onResult(candidate, { file, findings: known.findings });
      else unknown.push(candidate);
    }
    return unknown;
  }

  /** @returns a listener that keeps what it hears, before another one hears it */
  before(listener: ThreadListener): ThreadListener {
    return {
      onResult: (candidate, result, basis) => {
        this.#note(result, basis);
        listener.onResult(candidate, result, basis);
      },
      onTraces: (traces) => {
        for (const { name, observations } of traces) this.#content.traces.set(name, observations);
      },
      onTrouble: (trouble) => {
        listener.onTrouble(trouble);
      },
      onLoss: (lost, cause) => {
        listener.onLoss(lost, cause);
      },
    };
  }

  #note({ file, findings }: Parameters<ThreadListener['onResult']>[1], basis: ResultBasis | undefined): void {
    const { results } = this.#content;
    this.#isChanged ||= basis !== undefined || results.has(file);
    if (basis) results.set(file, { ...basis, packages: this.#packagesOf(file), findings });
    else results.delete(file);
  }
}
