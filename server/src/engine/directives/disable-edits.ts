import type { SourceCode } from 'eslint';
import type { TextEdit } from '../finding.js';
import type { DirectiveStyle } from './directive-style.js';
import { fileDirective } from './file-directive.js';
import { lineDirective } from './line-directive.js';

/** Which finding is to be silenced, and by whose comments. */
export interface DisableRequest {
  /** The rule's full id. */
  rule: string;
  /** The offset at which the finding begins, in UTF-16 code units of the whole text. */
  offset: number;
  style: DirectiveStyle;
}

/** What silences a finding; absent where there is no way that leaves the code as it is. */
export interface DisableEdits {
  line?: TextEdit;
  file?: TextEdit;
}

/**
 * @param request the text that was asked about, in which a byte order mark counts, and what is to be silenced
 * @param source what ESLint made of it, without a byte order mark
 * @returns edits of that text, each of which silences the rule
 */
export function disableEdits(
  { text, rule, offset, style }: DisableRequest & { text: string },
  source: SourceCode,
): DisableEdits {
  const shift = text.length - source.text.length;
  const moved = (edit: TextEdit | undefined): TextEdit | undefined =>
    edit && { ...edit, start: edit.start + shift, end: edit.end + shift };
  const line = moved(lineDirective(source, { rule, offset: offset - shift }, style));
  const file = moved(fileDirective(source, rule, style));
  return { ...(line && { line }), ...(file && { file }) };
}
