import type { TextEdit } from '../finding.js';
import type { Directive } from './directive.js';

/** @returns the edit that adds a name to those that a directive has, before its reason */
export function appendToDirective({ comment, names }: Directive, name: string): TextEdit | undefined {
  // Without names it is about all rules already.
  if (names.length === 0 || names.includes(name)) return undefined;
  const [said = ''] = comment.value.split(/\s-{2,}\s/);
  const end = comment.range[0] + '//'.length + said.trimEnd().length;
  return { start: end, end, text: said.trimEnd().endsWith(',') ? ` ${name}` : `, ${name}` };
}
