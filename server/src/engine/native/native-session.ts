import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { SourceTexts } from '../projects/source-texts.js';
import type {
  FileSystemCallbacks,
  NativeApi,
  NativeModules,
  NativeProjectData,
  NativeSnapshot,
  SnapshotChanges,
} from './native-api.js';
import { remoteKinds } from './remote-nodes.js';
import { orLost } from './types-lost-error.js';

/** A process of another TypeScript, which sees the same texts as everybody else here. It is started when it is first asked. */
export class NativeSession {
  /** What the other TypeScript calls each kind of node. */
  readonly kinds: ReturnType<typeof remoteKinds>;
  /** That of a signature without a body or a name. */
  readonly callSignature: number;
  readonly #modules: NativeModules;
  readonly #texts: SourceTexts;
  readonly #onProcess: (pid: number | undefined) => void;
  /** By the path of its configuration, how many there are that use a project. */
  readonly #users = new Map<string, number>();
  #api: NativeApi | undefined;
  #snapshot: NativeSnapshot | undefined;
  /** The projects that the process has. */
  #loaded = new Set<string>();
  /** The state of the texts that the process knows. */
  #epoch = 0;
  #onRead: () => void = () => undefined;

  /** @param surroundings what it reads, and who is told of the process */
  constructor(
    modules: NativeModules,
    { texts, onProcess }: { texts: SourceTexts; onProcess: (pid: number | undefined) => void },
  ) {
    this.#modules = modules;
    this.#texts = texts;
    this.#onProcess = onProcess;
    this.kinds = remoteKinds(modules.ast);
    this.callSignature = modules.ast.SyntaxKind.CallSignature ?? 0;
  }

  /** Takes note that a project is going to be used. */
  open(configFile: string): void {
    this.#users.set(configFile, (this.#users.get(configFile) ?? 0) + 1);
  }

  /** Takes note that a project is not used any more by one of those who opened it. */
  close(configFile: string): void {
    const users = (this.#users.get(configFile) ?? 0) - 1;
    if (users > 0) this.#users.set(configFile, users);
    else this.#users.delete(configFile);
  }

  /**
   * @param configFile the path of the configuration
   * @param onRead called before a file is read
   * @returns the project with this moment's texts
   * @throws TypesLostError where the process cannot be started or has ended
   */
  project(configFile: string, onRead: () => void): NativeProjectData {
    this.#onRead = onRead;
    return orLost(() => {
      if (this.#hasEnded) throw new Error(`its process ended (${this.#process?.signalCode ?? 'by itself'})`);
      this.#follow(configFile);
      const project = this.#snapshot?.getConfiguredProject(configFile);
      if (!project) throw new Error(`it does not load ${configFile}`);
      return project;
    });
  }

  /** Ends the process. */
  end(): void {
    try {
      if (!this.#hasEnded) this.#api?.close();
    } catch {
      // It ended just now, or is not in its senses.
      this.#process?.kill('SIGKILL');
    }
    if (this.#api) this.#onProcess(undefined);
    this.#api = undefined;
    this.#snapshot = undefined;
    this.#loaded.clear();
  }

  get #process(): ChildProcess | undefined {
    return this.#api?.client?.channel?.child;
  }

  /** Its end comes to be known between two turns of the event loop, never while it is asked. */
  get #hasEnded(): boolean {
    const { exitCode = null, signalCode = null } = this.#process ?? {};
    return exitCode !== null || signalCode !== null;
  }

  #follow(configFile: string): void {
    const { epoch, changes } = this.#texts.changesSince(this.#epoch);
    const closeProjects = [...this.#loaded].filter((each) => !this.#users.has(each));
    const isLoaded = this.#loaded.has(configFile);
    if (this.#snapshot && isLoaded && changes === undefined && closeProjects.length === 0) return;
    const asked: SnapshotChanges = {
      ...(!isLoaded && { openProjects: [configFile] }),
      ...(closeProjects.length > 0 && { closeProjects }),
      ...(this.#snapshot && changes && { fileNotifications: this.#notifications(changes) }),
      ensurePrograms: true,
    };
    const last = this.#snapshot;
    if (!this.#api) {
      this.#api = this.#start(path.dirname(configFile));
      this.#onProcess(this.#process?.pid);
    }
    this.#snapshot = last ? last.update(asked) : this.#api.createSnapshot(asked);
    last?.dispose();
    this.#epoch = epoch;
    this.#loaded.add(configFile);
    for (const closed of closeProjects) this.#loaded.delete(closed);
  }

  #notifications(changes: 'all' | readonly string[]): NonNullable<SnapshotChanges['fileNotifications']> {
    if (changes === 'all') return { invalidateAll: true };
    const present = changes.filter((file) => this.#texts.exists(file));
    const deleted = changes.filter((file) => !present.includes(file));
    // Of a file that is there nobody knows here whether it was before.
    return { changed: present, created: present, deleted };
  }

  #start(cwd: string): NativeApi {
    const { serverFS } = this.#modules.fs;
    const fs: FileSystemCallbacks = {
      readFile: (file) => {
        this.#onRead();
        return (this.#texts.isOpen(file) ? this.#texts.read(file) : undefined) ?? serverFS.useOS;
      },
      fileExists: (file) => (this.#texts.isOpen(file) ? true : serverFS.useOS),
      directoryExists: serverFS.useOS,
      getAccessibleEntries: serverFS.useOS,
      realpath: serverFS.useOS,
      stat: serverFS.useOS,
      writeFile: serverFS.noop,
      removeFile: serverFS.noop,
    };
    return new this.#modules.sync.API({ cwd, fs });
  }
}
