import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Why there is a rule: the first paragraph of that section of its page, which comes with the plugin's package.
 *
 * @param rule the full id
 * @param signal stops the reading
 * @returns Markdown in one line; undefined where there is no page, as in the extension's bundle
 * @throws the signal's reason when it aborts
 */
export async function findRuleReason(rule: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const name = rule.slice(rule.indexOf('/') + 1);
    const page = path.join(pluginFolder(), 'src', 'rules', name, `${name}.md`);
    const text = await readFile(page, { encoding: 'utf8', signal });
    return /^## Why\s+(?<paragraph>\S.*)$/m.exec(text)?.groups?.paragraph;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** Asks Node, since an installer may put the package next to this one, below it, or into a store. */
function pluginFolder(): string {
  return path.dirname(createRequire(import.meta.url).resolve('eslint-plugin-cancellation/package.json'));
}
