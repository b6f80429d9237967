import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import plugin from '../../eslint-plugin/src/index.js';
import { rules } from '../../eslint-plugin/src/rules.js';
import { catalogue } from './catalogue.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, 'eslint-plugin/src/rules');
const names = readdirSync(folder);

describe('the registry', () => {
  it('has every folder of src/rules, sorted', () => {
    expect(rules.map(({ name }) => name)).toEqual(names.toSorted());
  });

  it('puts each rule into the presets with the severity of the catalogue', () => {
    const recommended = Object.entries(catalogue).filter(([, severity]) => severity !== 'strict');
    const expected = recommended.filter(([name]) => names.includes(name));
    expect(plugin.configs.recommended.rules).toEqual(
      Object.fromEntries(expected.map(([name, severity]) => [`cancellation/${name}`, severity])),
    );
    expect(Object.keys(plugin.configs.strict.rules ?? {})).toEqual(
      names.map((name) => `cancellation/${name}`),
    );
  });
});

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  it('has its source, its cases and its page, and nothing else', () => {
    const files = readdirSync(path.join(folder, name)).filter((file) => file !== '__snapshots__');
    expect(files.toSorted()).toEqual([`${name}.md`, `${name}.test.ts`, `${name}.ts`]);
  });

  it('is in the catalogue', () => {
    expect(catalogue).toHaveProperty(name);
  });

  it('says what it does and where its page is', () => {
    const { description, url } = rule.meta.docs ?? {};
    expect(description).toMatch(/^(?:disallow|enforce|require) .+[^.]$/);
    expect(url).toMatch(new RegExp(`^https://.+/blob/main/eslint-plugin/src/rules/${name}/${name}\\.md$`));
  });

  it('has messages that are sentences', () => {
    for (const message of Object.values(rule.meta.messages)) expect(message).toMatch(/^[A-Z`{].*\.$/);
  });

  it('begins with what it reports and when it is silent', () => {
    const source = readFileSync(path.join(folder, name, `${name}.ts`), 'utf8');
    expect(source).toMatch(
      /\/\*\*\s(?:\* )?\s*(?:\* )?Reports [^]*?Silent [^]*?\*\/\nexport default createRule\(/,
    );
  });
});
