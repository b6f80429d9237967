import type { ArtifactLocation, Fix, Location, Region, Replacement, Result } from 'sarif';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileResult, Finding, TextEdit, TextRange } from '../../engine/finding.js';
import { readLastText } from './read-last-text.js';

/** Where a file's text begins for SARIF, which does not count a byte order mark as a character. */
interface FileText {
  document: TextDocument;
  markLength: number;
}

/**
 * Words the findings of a file as SARIF's results. Their fixes need the file's text, since they say places in lines and columns; they
 * are left out where it cannot be read any more.
 *
 * @param locate names a file
 * @throws the signal's reason when it aborts
 */
export async function sarifResults(
  { file, findings }: FileResult,
  locate: (file: string) => ArtifactLocation,
  signal: AbortSignal,
): Promise<Result[]> {
  const text = await readLastText(file, signal);
  const source = text === undefined ? undefined : fileText(text);
  const artifactLocation = locate(file);

  function locationOf(range: TextRange): Location {
    return { physicalLocation: { artifactLocation, region: regionOf(range, source) } };
  }

  function fixesOf({ fix, suggestions }: Finding, { document, markLength }: FileText): Fix[] {
    const own = fix ? [{ title: 'Fix this finding.', edits: [fix] }] : [];
    return [...own, ...suggestions].map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: edits.map((edit) => replacementOf(edit, { document, markLength })),
        },
      ],
    }));
  }

  return findings.map((finding) => {
    const fixes = source ? fixesOf(finding, source) : [];
    return {
      ruleId: finding.rule,
      level: finding.severity,
      message: { text: finding.message },
      locations: [locationOf(finding.range)],
      ...(finding.related.length > 0 && {
        relatedLocations: finding.related.map(({ range, message }, index) => ({
          id: index + 1,
          ...locationOf(range),
          message: { text: message },
        })),
      }),
      ...(fixes.length > 0 && { fixes }),
    };
  });
}

function fileText(text: string): FileText {
  return { document: TextDocument.create('', '', 0, text), markLength: text.startsWith('\uFEFF') ? 1 : 0 };
}

function replacementOf({ start, end, text }: TextEdit, source: FileText): Replacement {
  const { document, markLength } = source;
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return {
    deletedRegion: {
      ...regionOf(range, source),
      charOffset: start - markLength,
      charLength: end - start,
    },
    insertedContent: { text },
  };
}

/** SARIF counts lines and columns from 1; the end is exclusive. */
function regionOf({ start, end }: TextRange, source: FileText | undefined): Region {
  const columnOf = ({ line, character }: TextRange['start']): number =>
    character + 1 - (line === 0 ? (source?.markLength ?? 0) : 0);
  return {
    startLine: start.line + 1,
    startColumn: columnOf(start),
    endLine: end.line + 1,
    endColumn: columnOf(end),
  };
}
