import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readSettings } from '../../server/src/config/settings.js';

interface Manifest {
  contributes: { configuration: { properties: Record<string, { default: unknown }> }[] };
}

const manifest = JSON.parse(
  await readFile(new URL('../../extension/package.json', import.meta.url), 'utf8'),
) as Manifest;
const offered = manifest.contributes.configuration
  .flatMap(({ properties }) => Object.entries(properties))
  .filter(([name]) => name !== 'cancellation.trace.server')
  .map(([name, { default: value }]): [string, unknown] => [name.replace('cancellation.', ''), value]);

/** `{ types: { enable: true } }` as `[['types.enable', true]]`. */
function flattened(section: object, prefix = ''): [string, unknown][] {
  return Object.entries(section).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
      ? flattened(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, value] satisfies [string, unknown]],
  );
}

it('the extension offers the settings that the server reads, with the same defaults', () => {
  const { settings, problems } = readSettings(undefined);
  expect(problems).toEqual([]);
  expect(Object.fromEntries(offered)).toEqual(Object.fromEntries(flattened(settings)));
});
