import ts from 'typescript';
import type { ProjectSearch } from '../projects/project.js';
import { toKey } from '../projects/source-texts.js';
import type { StopSignal } from '../stop-signal.js';
import { referenceAt, type Reference } from './reference-kind.js';

/** Where a name stands: the absolute path, and the offset. */
export interface NamePlace {
  file: string;
  name: number;
}

/** A call of a function, by the place of the called name. */
export interface FunctionCall extends NamePlace {
  call: ts.CallExpression;
}

/** A place that keeps a function from being given another parameter, and why, in words that follow the function's name. */
export interface Obstacle extends NamePlace {
  reason: string;
}

/** How projects use a function. */
export interface FunctionUses {
  calls: FunctionCall[];
  obstacles: Obstacle[];
}

/**
 * Finds the uses of a function in all files of some projects.
 *
 * @param own the place of its name
 * @param parameters how many it has
 * @throws the signal's reason when it aborts
 */
export function findFunctionUses(
  projects: readonly ProjectSearch[],
  own: NamePlace,
  parameters: number,
  signal: StopSignal | undefined,
): FunctionUses {
  const uses: FunctionUses = { calls: [], obstacles: [] };
  for (const { place, reference } of findReferences(projects, own, signal)) {
    if (reference.kind === 'call') uses.calls.push({ ...place, call: reference.call });
    const reason = obstacleIn(reference, place, own, parameters);
    if (reason !== undefined) uses.obstacles.push({ ...place, reason });
  }
  return uses;
}

/**
 * Asks whether the object that a name stands for is used only for its members.
 *
 * @throws the signal's reason when it aborts
 */
export function isOnlyObject(
  projects: readonly ProjectSearch[],
  own: NamePlace,
  signal: StopSignal | undefined,
): boolean {
  return findReferences(projects, own, signal).every(
    ({ place, reference: { kind } }) => kind === 'object' || kind === 'mention' || isSame(place, own),
  );
}

function obstacleIn(
  reference: Reference,
  place: NamePlace,
  own: NamePlace,
  parameters: number,
): string | undefined {
  switch (reference.kind) {
    case 'mention':
      return undefined;
    case 'declaration':
      return isSame(place, own) ? undefined : 'is declared there, too';
    case 'object':
    case 'value':
      return 'is handed on as a value there, so that others say what it is given';
    case 'call': {
      const given = reference.call.arguments;
      return given.length > parameters || given.some((each) => ts.isSpreadElement(each))
        ? 'may be given more arguments there than it takes'
        : undefined;
    }
  }
}

function isSame(one: NamePlace, other: NamePlace): boolean {
  return one.name === other.name && toKey(one.file) === toKey(other.file);
}

function findReferences(
  projects: readonly ProjectSearch[],
  { file, name }: NamePlace,
  signal: StopSignal | undefined,
): { place: NamePlace; reference: Reference }[] {
  const found = new Map<string, { place: NamePlace; reference: Reference }>();
  for (const project of projects) {
    const program = project.program();
    for (const { fileName, textSpan } of project.findReferences(file, name, signal)) {
      const source = program.getSourceFile(fileName);
      const key = `${toKey(fileName)}:${textSpan.start}`;
      if (!source || found.has(key)) continue;
      const place = { file: fileName, name: textSpan.start };
      found.set(key, { place, reference: referenceAt(source, textSpan) });
    }
  }
  return [...found.values()];
}
