import { rules } from '../../eslint-plugin/src/rules.js';
import type { Scenario } from './scenario.js';

/** One scenario per rule, from the file beside the rule's program. */
export const scenarios = await Promise.all(
  rules.map(async ({ name, meta }) => {
    const { default: scenario } = (await import(`./programs/${name}.scenario.ts`)) as { default: Scenario };
    return { ...scenario, rule: name, needsTypes: scenario.needsTypes ?? meta.docs?.requiresTypes === true };
  }),
);
