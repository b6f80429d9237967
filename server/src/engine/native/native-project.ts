import { checkerTypes, type TypeService } from 'eslint-plugin-cancellation/types';
import { syntaxOf, type Parsed } from '../parsing/parsed.js';
import type { MakeProject, Project } from '../projects/project.js';
import type { ProjectConfig } from '../projects/project-config.js';
import type { ProjectTypes } from '../projects/project-types.js';
import type { NativeProjectData } from './native-api.js';
import { NativeChecker } from './native-checker.js';
import type { NativeSession } from './native-session.js';
import { RemoteNodes } from './remote-nodes.js';
import { RemoteTypes } from './remote-types.js';
import { orLost } from './types-lost-error.js';

/** @returns a maker of projects that a process of another TypeScript keeps */
export function nativeProjects(session: NativeSession): MakeProject {
  return (config, onRead) => new NativeProject(config, session, onRead);
}
class NativeProject implements Project {
  readonly config: ProjectConfig;
  readonly #session: NativeSession;
  readonly #onRead: () => void;
  #last: NativeTypes | undefined;

  constructor(config: ProjectConfig, session: NativeSession, onRead: () => void) {
    this.config = config;
    this.#session = session;
    this.#onRead = onRead;
    session.open(config.path);
  }

  types(): ProjectTypes {
    const project = this.#session.project(this.config.path, this.#onRead);
    if (this.#last?.project !== project) this.#last = new NativeTypes(project, this.#session);
    return this.#last;
  }

  parse(): undefined {
    return undefined;
  }

  dispose(): void {
    this.#session.close(this.config.path);
  }
}

class NativeTypes implements ProjectTypes {
  readonly project: NativeProjectData;
  readonly #session: NativeSession;
  readonly #types = new RemoteTypes();

  constructor(project: NativeProjectData, session: NativeSession) {
    this.project = project;
    this.#session = session;
  }

  textOf(file: string): string | undefined {
    return orLost(() => this.project.program.getSourceFile(file)?.text);
  }

  syntaxOf(): undefined {
    return undefined;
  }

  typesOf(file: string, parsed: Parsed): TypeService | undefined {
    const root = orLost(() => this.project.program.getSourceFile(file));
    if (root?.text !== syntaxOf(parsed).getSourceFile().text) return undefined;
    const { kinds, callSignature } = this.#session;
    const nodes = new RemoteNodes(root, kinds);
    const checker = new NativeChecker({ project: this.project, types: this.#types, nodes, callSignature });
    return losingTypes(checkerTypes(checker, parsed.services));
  }
}

/** The questions may fail wherever the other process ends. */
function losingTypes(types: TypeService): TypeService {
  const ask =
    <Node, Known>(question: (nodes: readonly Node[]) => Known) =>
    (nodes: readonly Node[]): Known =>
      orLost(() => question(nodes));
  return {
    areSignals: ask(types.areSignals),
    areControllers: ask(types.areControllers),
    returnPromises: ask(types.returnPromises),
    signalSlots: ask(types.signalSlots),
    offeredSignals: ask(types.offeredSignals),
    carrySignals: ask(types.carrySignals),
    valueKinds: ask(types.valueKinds),
    providedSignals: ask(types.providedSignals),
  };
}
