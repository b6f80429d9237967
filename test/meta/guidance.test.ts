import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { guidance } from '../../eslint-plugin/src/guidance.js';
import { rules } from '../../eslint-plugin/src/rules.js';

const programs = new URL('../behaviour/programs/', import.meta.url);

it('the points of the guidance have ids of their own', () => {
  const ids = guidance.map(({ id }) => id);
  expect([...new Set(ids)]).toEqual(ids);
});

describe.each(guidance)('$title', ({ id }) => {
  const serving = rules.filter(({ meta }) => meta.docs?.guidance.includes(id));

  it('has a rule', () => {
    expect(serving).not.toEqual([]);
  });

  it('has a proof for each of its rules', () => {
    const unproven = serving.filter(
      ({ name }) => !existsSync(fileURLToPath(new URL(`${name}.scenario.ts`, programs))),
    );
    expect(unproven.map(({ name }) => name)).toEqual([]);
  });
});

it.each(rules)('$name serves points of the guidance, each once', ({ meta }) => {
  const points = meta.docs?.guidance ?? [];
  expect(points).not.toEqual([]);
  expect([...new Set(points)]).toEqual(points);
});
