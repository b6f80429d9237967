import path from 'node:path';
import { installedPackage } from './installed-package.js';
import { lintFile } from './lint-file.js';
import { packageProgram } from './package-program.js';
import { packageSources } from './package-sources.js';
import type { PackageFinding } from './verdicts.js';

/** A finding with the lines around it. */
export interface ShownFinding extends PackageFinding {
  excerpt: string;
}

/** Lines before and behind a finding that a reader needs to judge it. */
const before = 14;
const behind = 8;

/**
 * Runs all rules over the sources of a package; with types where they are TypeScript.
 *
 * @returns the findings; files that do not parse are named on standard error and passed over
 */
export async function lintPackage(name: string, version: string): Promise<ShownFinding[]> {
  const folder = await installedPackage(name, version);
  const sources = await packageSources(folder);
  const isTyped = sources.every(({ file }) => /\.[cm]?tsx?$/.test(file));
  const program = isTyped
    ? packageProgram(
        folder,
        sources.map(({ file }) => file),
      )
    : undefined;
  return sources.flatMap(({ file, text }) => {
    try {
      const findings = lintFile({ file: path.join(folder, file), text }, program);
      return findings.map((finding) => ({
        ...finding,
        package: name,
        file,
        excerpt: excerptOf(text, finding.line),
      }));
    } catch (error) {
      console.error(String(error));
      return [];
    }
  });
}

function excerptOf(text: string, line: number): string {
  const first = Math.max(1, line - before);
  return text
    .split('\n')
    .slice(first - 1, line + behind)
    .map((code, index) => `${first + index === line ? '>' : ' '} ${code.trimEnd().slice(0, 150)}`)
    .join('\n');
}
