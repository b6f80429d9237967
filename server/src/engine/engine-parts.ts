import type { EngineOptions } from './engine-options.js';
import { TypeEngines } from './native/type-engines.js';
import { Pauses } from './pauses.js';
import { SourceTexts } from './projects/source-texts.js';
import { RuleRunner } from './rule-runner.js';

/** What the engine works with. */
export interface EngineParts {
  texts: SourceTexts;
  engines: TypeEngines;
  runner: RuleRunner;
  pauses: Pauses;
}

/** @returns the parts of an engine, which know of one another */
export function engineParts(options: EngineOptions): EngineParts {
  const { isDiskWatched = true, projectLimits: limits = { projects: 4, idle: 10 * 60_000 } } = options;
  const texts = new SourceTexts(isDiskWatched);
  const pauses = new Pauses(options.onPause);
  const engines = new TypeEngines({
    texts,
    limits,
    options: { ...options, isDiskWatched, onRead: pauses.offer },
  });
  return { texts, engines, runner: new RuleRunner(pauses), pauses };
}
