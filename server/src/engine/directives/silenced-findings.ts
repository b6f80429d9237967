import type { SourceCode } from 'eslint';
import { directivesOf, isAbout, lineOf, type Directive } from './directive.js';

/** Where a finding begins, as ESLint counts: lines and columns from 1. */
interface Place {
  line: number;
  column: number;
}

/**
 * Reads the project's own directives of a file, such as `// cancellation-disable-next-line no-swallowed-abort -- reason`. ESLint's
 * are followed by ESLint itself.
 *
 * @returns tells of a rule, by its full id, and a place whether the file wants to hear of it; a name that no rule has says nothing
 */
export function silencedFindings(source: SourceCode): (rule: string, place: Place) => boolean {
  const directives = directivesOf(source, 'cancellation');
  const ofLines = directives.filter((directive) => lineOf(directive) !== undefined);
  const ofRest = directives.filter((directive) => lineOf(directive) === undefined);
  return (rule, place) => {
    if (ofLines.some((directive) => lineOf(directive) === place.line && isAbout(directive, rule)))
      return true;
    const last = ofRest.findLast((directive) => isBefore(directive, place) && isAbout(directive, rule));
    return last?.kind === 'disable';
  };
}

function isBefore({ comment }: Directive, { line, column }: Place): boolean {
  const { start } = comment.loc;
  return start.line < line || (start.line === line && start.column < column);
}
