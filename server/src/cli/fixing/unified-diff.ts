import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Paint } from '../paint.js';
import type { TextChange } from './mend-file.js';

/**
 * Words a change as `git apply` and `patch -p1` take it.
 *
 * @param name the file, relative to where the patch is to be applied, with `/`
 * @param paint colours it for a person
 */
export function unifiedDiff(name: string, { before, after }: TextChange, paint: Paint): string {
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch
    .split('\n')
    .map((line) => paintedLine(line, paint))
    .join('\n');
}

function paintedLine(line: string, paint: Paint): string {
  if (/^(?:---|\+\+\+) /.test(line)) return paint('bold', line);
  if (line.startsWith('@@')) return paint('cyan', line);
  if (line.startsWith('+')) return paint('green', line);
  return line.startsWith('-') ? paint('red', line) : line;
}
