import { adoptionTrials } from './adoption-trials.js';
import { eslintTrials } from './eslint-trials.js';
import { otherTrials } from './other-trials.js';
import { packageManagerTrials } from './monorepos/package-manager-trials.js';
import { taskTrials } from './monorepos/task-trials.js';
import type { Trial } from './trial.js';

/** All that `npm run test:hosts` tries. */
export const trials: readonly Trial[] = [
  ...eslintTrials,
  ...otherTrials,
  ...adoptionTrials,
  ...taskTrials,
  ...packageManagerTrials,
];
