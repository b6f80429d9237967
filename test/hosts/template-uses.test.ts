import { Linter, type Rule } from 'eslint';
import { expect, it } from 'vitest';
import plugin from '../../eslint-plugin/src/index.js';

/** Marks a name as used, as parsers of components do for what a template names. */
const template: Rule.RuleModule = {
  create: ({ sourceCode }) => ({
    Program: (program) => {
      sourceCode.markVariableAsUsed('inTemplate', program);
    },
  }),
};

function verify(name: string): (string | null)[] {
  const code = `const ${name} = new AbortController();\nawait fetch('/a', { signal: ${name}.signal });\n`;
  const messages = new Linter().verify(code, [
    {
      plugins: { ...plugin.configs.recommended.plugins, host: { rules: { template } } },
      rules: { 'host/template': 'error', 'cancellation/no-unabortable-controller': 'error' },
    },
  ]);
  return messages.map(({ ruleId }) => ruleId);
}

it('a controller that only a template aborts is not said to be one that nobody aborts', () => {
  expect(verify('inTemplate')).toEqual([]);
  expect(verify('elsewhere')).toEqual(['cancellation/no-unabortable-controller']);
});
