import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Reads the page of a rule, which comes with the plugin's package.
 *
 * @param id the full id, or the one without `cancellation/`
 * @returns its Markdown, without comments
 * @throws the signal's reason when it aborts; an error where the package is not whole
 */
export async function readRulePage(id: string, signal: AbortSignal): Promise<string> {
  const name = id.replace(/^.*\//, '');
  const page = path.join(pluginFolder(), 'src', 'rules', name, `${name}.md`);
  const markdown = await readFile(page, { encoding: 'utf8', signal });
  return `${markdown.replaceAll(/<!--.*?-->\n*/gs, '').trimEnd()}\n`;
}

/** Asks Node, since an installer may put the package next to this one, below it, or into a store. */
function pluginFolder(): string {
  return path.dirname(createRequire(import.meta.url).resolve('eslint-plugin-cancellation/package.json'));
}
