import { parse } from '@typescript-eslint/parser';
import type { Engine } from '../../engine/engine.js';
import type { FileResult, Finding } from '../../engine/finding.js';
import { mayHoldFindings } from '../../engine/may-hold-findings.js';
import { defaultMaximumBytes, readSource } from '../../engine/read-source.js';
import type { TypesOption } from '../../engine/native/type-engines.js';
import type { RuleSelection } from '../../engine/rule-selection.js';
import { chosenMends, withEdits, type Mend, type MendKind } from './chosen-edits.js';

/** How a file reads now and after its findings were mended. */
export interface TextChange {
  before: string;
  after: string;
  /** How many findings that takes away. */
  mended: number;
}

/** What is left to find in a file, and the change that left no more. */
export interface MendedFile extends FileResult {
  change?: TextChange;
}

export interface MendOptions {
  selection: RuleSelection;
  types: TypesOption;
  mend: MendKind;
}

/** A text that is good, and what is found in it. */
interface Version {
  text: string;
  findings: Finding[];
}

// A mended place may show the next finding, or make room for an edit that overlapped. More rounds than these help no one.
const mostRounds = 10;

/**
 * Mends the findings of a file, without writing it. After each round the new text is checked; a round that breaks the syntax or leaves
 * no fewer findings is tried again with the edits that do good on their own.
 *
 * @param engine what checks a text
 * @param file the absolute path
 * @returns what is left, and the change; or the trouble of a file that cannot be checked
 */
export async function mendFile(
  engine: Pick<Engine, 'checkText'>,
  file: string,
  options: MendOptions,
): Promise<MendedFile> {
  const source = await readSource(file, defaultMaximumBytes);
  if ('trouble' in source) return { file, findings: [], trouble: source.trouble };
  const result = await engine.checkText({ file, text: source.text }, options);
  if (result.trouble !== undefined) return result;
  const first: Version = { text: source.text, findings: result.findings };
  const last = await mendInRounds(first, options.mend, (text) => versionOf(text, engine, file, options));
  if (last === first) return result;
  const mended = first.findings.length - last.findings.length;
  return { file, findings: last.findings, change: { before: first.text, after: last.text, mended } };
}

async function mendInRounds(
  first: Version,
  kind: MendKind,
  check: (text: string) => Promise<Version | undefined>,
): Promise<Version> {
  let version = first;
  for (let round = 0; round < mostRounds; round++) {
    const next = await mendOnce(version, chosenMends(version.findings, kind), check);
    if (!next) break;
    version = next;
  }
  return version;
}

/** @returns a version with fewer findings; undefined where there is none */
async function mendOnce(
  version: Version,
  mends: readonly Mend[],
  check: (text: string) => Promise<Version | undefined>,
): Promise<Version | undefined> {
  if (mends.length === 0) return undefined;
  const attempt = async (chosen: readonly Mend[]): Promise<Version | undefined> => {
    const next = await check(withEdits(version.text, chosen.flat()));
    return next && next.findings.length < version.findings.length ? next : undefined;
  };
  const together = await attempt(mends);
  if (together ?? mends.length === 1) return together;
  const good: Mend[] = [];
  let alone: Version | undefined;
  for (const mend of mends) {
    const mended = await attempt([mend]);
    if (mended) good.push(mend);
    alone ??= mended;
  }
  return (good.length > 1 ? await attempt(good) : undefined) ?? alone;
}

/** @returns undefined for a text that cannot be parsed, or that a rule cannot bear */
async function versionOf(
  text: string,
  engine: Pick<Engine, 'checkText'>,
  file: string,
  options: MendOptions,
): Promise<Version | undefined> {
  // A text without any word of ours is not parsed by the engine.
  if (!mayHoldFindings(text, options.selection) && !isParsable(file, text)) return undefined;
  const { findings, trouble } = await engine.checkText({ file, text }, options);
  return trouble === undefined ? { text, findings } : undefined;
}

function isParsable(file: string, text: string): boolean {
  try {
    parse(text, { filePath: file, ecmaFeatures: { jsx: true } });
    return true;
  } catch {
    return false;
  }
}
