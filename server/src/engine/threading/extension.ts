import type { ThreadCall, ThreadSlot } from 'eslint-plugin-cancellation/threading';
import { toKey } from '../projects/source-texts.js';
import {
  countParameters,
  findHolderName,
  findNamedFunction,
  isBoundByContract,
  type NamedFunction,
} from './contracts.js';
import { findFunctionUses, isOnlyObject, type FunctionCall, type Obstacle } from './function-uses.js';
import type { OwnSource } from './own-sources.js';
import type { ThreadProjects } from './signal-thread.js';
import type { ThreadStop } from './threaded-signal.js';

/** What a function is asked that may have to take a signal. */
interface Request {
  own: OwnSource;
  /** The offset of its name. */
  name: number;
  /** True for the function that a person chose, which may be one that nothing calls. */
  isStart: boolean;
  /** Calls of its file that are going to take a signal. */
  calls: readonly ThreadCall[];
}

/** A function that takes a signal or can be given one, and its calls. */
interface Extension {
  calls: readonly FunctionCall[];
  /** Where its callers have to give it; undefined where it takes one already. */
  slot: ThreadSlot | undefined;
}

/**
 * Asks whether a function has a signal, or can be given one without changing anything for those who use it.
 *
 * @returns why not, and where, if it cannot
 * @throws the signal's reason when it aborts
 */
export function findExtension(parts: ThreadProjects, request: Request): Extension | ThreadStop {
  const { own, name, isStart, calls: noted } = request;
  const found = findNamedFunction(own.source, name);
  if (!found) return stopAt(request, 'is no function of its own');
  const uses = findFunctionUses(
    parts.projects,
    { file: own.file, name },
    countParameters(found),
    parts.signal,
  );
  if (own.thread.takesSignal(name)) return { calls: uses.calls, slot: undefined };
  const [obstacle] = uses.obstacles;
  if (obstacle) return stopAtObstacle(parts, request, obstacle);
  if (!isStart && !uses.calls.some((call) => isOutside(call, own, found)))
    return stopAt(request, 'is called by nothing in the project');
  if (isBoundByContract(own.program.getTypeChecker(), found))
    return stopAt(request, 'takes what something else says, such as an interface or a class above');
  if (!isOwnObject(parts, own, found)) return stopAt(request, 'belongs to an object that is handed on');
  const slot = own.thread.extension(name, noted);
  return slot ? { calls: uses.calls, slot } : stopAt(request, 'has no place for a signal, or no use for one');
}

/** Recursion alone calls nothing. */
function isOutside(call: FunctionCall, own: OwnSource, { declaration }: NamedFunction): boolean {
  if (toKey(call.file) !== toKey(own.file)) return true;
  return call.name < declaration.pos || call.name >= declaration.end;
}

function isOwnObject(parts: ThreadProjects, own: OwnSource, found: NamedFunction): boolean {
  const holder = findHolderName(found);
  if (!holder) return true;
  return isOnlyObject(parts.projects, { file: own.file, name: holder.getStart(own.source) }, parts.signal);
}

function stopAt({ own: { file, source }, name }: Pick<Request, 'own' | 'name'>, reason: string): ThreadStop {
  const line = source.getLineAndCharacterOfPosition(name).line + 1;
  const word = /^[#\w$\u0080-\uffff]+/.exec(source.text.slice(name))?.[0] ?? 'The function';
  return { file, line, name: word, reason };
}

/** The place is where the name is used, the name that of the function. */
function stopAtObstacle(
  parts: ThreadProjects,
  request: Request,
  { file, name, reason }: Obstacle,
): ThreadStop {
  const stop = stopAt(request, reason);
  const source = parts.projects.map((project) => project.program().getSourceFile(file)).find(Boolean);
  const line = source ? source.getLineAndCharacterOfPosition(name).line + 1 : stop.line;
  return { ...stop, file, line };
}
