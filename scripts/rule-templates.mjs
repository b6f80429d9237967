/**
 * The files of a new rule, by their names.
 *
 * @param {string} id
 * @returns {Record<string, string>}
 */
export function ruleTemplates(id) {
  return { [`${id}.ts`]: source(id), [`${id}.test.ts`]: cases(id), [`${id}.md`]: page() };
}

/** @param {string} id */
function source(id) {
  return `import { createRule } from '../../create-rule.js';

/** Reports a ... Silent when ... */
export default createRule({
  name: '${id}',
  docs: {
    description: 'disallow ...',
    guidance: ['signals-are-handed-on'],
    mentions: ['signal', 'abort'],
  },
  messages: {
    found: 'What is wrong, and what follows from it.',
  },
  create() {
    return {};
  },
});
`;
}

/** @param {string} id */
function cases(id) {
  return `import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './${id}.js';

testRule(rule, {
  'write the first case: code that is reported, beside the nearest code that is not': {
    invalid: \`
    \`,
    valid: \`
    \`,
  },
});
`;
}

/** The header comes from what the rule says of itself. */
function page() {
  return `## What it reports

The places that the rule underlines, in one paragraph.

## Why

What happens to a program that does this.

## Incorrect

Blocks whose info string is \`ts incorrect\` or \`js incorrect\` (and \`typed\` where it takes types); each is run.

## Correct

Blocks whose info string is \`ts correct\` or \`js correct\`.

## Fix

What each suggestion does, and what it changes.

## Not covered

What the rule does not find.

## When not to use it

Who is better off without the rule.

## Related

Links to the rules and texts that belong to it.
`;
}
