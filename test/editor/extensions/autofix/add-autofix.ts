import type { Rule } from 'eslint';
import plugin from 'eslint-plugin-cancellation';

// No rule has an automatic fix so far. Here what one suggests first is one, so that what the editor does with such fixes can be seen.
const name = 'forward-abort-signal';
const rules = plugin.rules as Record<string, Rule.RuleModule>;
const rule = rules[name];
if (!rule) throw new Error(`There is no rule ${name}.`);
rules[name] = {
  meta: { ...rule.meta, fixable: 'code' },
  create: (context) =>
    rule.create(
      Object.create(context, {
        report: {
          value: (found: Rule.ReportDescriptor) => {
            const fix = found.suggest?.[0]?.fix;
            context.report(fix ? { ...found, fix } : found);
          },
        },
      }) as Rule.RuleContext,
    ),
};
