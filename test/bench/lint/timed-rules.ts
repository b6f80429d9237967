import type { Rule } from 'eslint';
import plugin from 'eslint-plugin-cancellation';

/**
 * The rules of the plugin, each with a clock: shared work counts for the rule that asks for it first.
 *
 * @returns the rules, and the milliseconds that each has taken up to now
 */
export function timedRules(): { rules: Record<string, Rule.RuleModule>; milliseconds: Map<string, number> } {
  const milliseconds = new Map<string, number>();
  const rules: Record<string, Rule.RuleModule> = {};
  for (const [name, rule] of Object.entries(plugin.rules ?? {})) {
    function timed<T>(work: () => T): T {
      const start = performance.now();
      const result = work();
      milliseconds.set(name, (milliseconds.get(name) ?? 0) + performance.now() - start);
      return result;
    }
    rules[name] = {
      ...rule,
      create(context: Rule.RuleContext) {
        const listeners: Listeners = timed(() => rule.create(context));
        return Object.fromEntries(
          Object.entries(listeners).map(([event, listener]) => [
            event,
            (...args: unknown[]) => {
              timed(() => {
                listener?.(...args);
              });
            },
          ]),
        );
      },
    };
  }
  return { rules, milliseconds };
}

type Listeners = Record<string, ((...args: unknown[]) => void) | undefined>;
