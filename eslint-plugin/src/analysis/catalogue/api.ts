/** One call that can be given an AbortSignal. */
export interface CancellableApi {
  /**
   * Module it is imported from, without `node:`; absent for a global. A `*` stands for the rest of the name:
   * `@aws-sdk/client-*`.
   */
  readonly module?: string;
  /**
   * Member path from the module or global: `readFile`, `promises.readFile`, `default.get`. `#` stands for an instance that the
   * part before makes by `new` or by an (awaited) call: `default#chat.completions.create`, `open#readFile`. A named
   * export is written by its name, the default export (and, for CommonJS, the module itself) as `default`; a member that is
   * reached both ways is written once. A `#` at the end calls what was made:
   * `default.create#`. A `*` in the first place is any export: `*#send`.
   */
  readonly path: string;
  /**
   * Index of the argument that is or carries the signal. Where something stands there that is no options object (a string
   * without `stringOption`, a number, a stream), it is another overload, which takes none. `last` where it follows a variable number of arguments.
   */
  readonly argument: number | 'last';
  /**
   * Earlier index at which the same argument may stand instead, because one before it can be left out:
   * `spawn(command, options)` for `spawn(command, args, options)`.
   */
  readonly orArgument?: number;
  /** Member of that argument which is the signal (`signal`, `abortSignal`); absent where the argument itself is the signal. */
  readonly option?: string;
  /** Member of that argument which holds the options, where they stand one level further down: `{ config: { abortSignal } }`. */
  readonly within?: string;
  /** Name that the same member had in earlier versions of the package: the call has its signal where either is given. */
  readonly orOption?: string;
  /** Member that a string in the argument's place stands for: `encoding` in `readFile(path, 'utf8')`. */
  readonly stringOption?: string;
  /** True where a callback may follow the argument, so that a new one goes before it: `readFile(path, { signal }, callback)`. */
  readonly beforeCallback?: true;
  /**
   * What the call gives: a `promise`; an async `iterable`, or an object that holds one, such as a stream of tokens; an
   * event `emitter`, streams and readline interfaces included; or nothing that says when it ends (`void`), as with callbacks.
   */
  readonly result: 'promise' | 'iterable' | 'emitter' | 'void';
  /**
   * `delay`: only waits; `retry`: calls its function again after a failure; `resource`: opens something that the signal
   * closes and that may well outlive the operation, so a missing signal is no defect by itself.
   */
  readonly role?: 'delay' | 'retry' | 'resource';
}

type Details = Pick<
  CancellableApi,
  'orArgument' | 'orOption' | 'stringOption' | 'beforeCallback' | 'role' | 'within'
>;

type Entry = (
  path: string,
  argument: CancellableApi['argument'],
  result: CancellableApi['result'],
  details?: Details,
) => CancellableApi;

/**
 * Describes calls of one module whose options carry the signal.
 *
 * @param module its name without `node:`; undefined for globals
 * @param option the member of the options that is the signal
 * @returns a function from path, index of the options and result to the entry
 */
export function optionsOf(module: string | undefined, option = 'signal'): Entry {
  return (path, argument, result, details) => ({
    ...(module === undefined ? {} : { module }),
    path,
    argument,
    option,
    result,
    ...details,
  });
}

/**
 * Describes calls of one module to which the signal itself is an argument.
 *
 * @param module its name without `node:`
 * @returns a function from path, index of the signal and result to the entry
 */
export function signalOf(module: string): Entry {
  return (path, argument, result, details) => ({ module, path, argument, result, ...details });
}

/**
 * Lists the same calls a second time, where a package offers them under several names.
 *
 * @param apis the calls
 * @param prefix what stands before each path there: `promises.`, `OpenAI#`
 * @param module the module there; the same one when left out
 * @returns a new entry per call
 */
export function under<Api extends { readonly path: string }>(
  apis: readonly Api[],
  prefix: string,
  module?: string,
): Api[] {
  return apis.map((api) => ({
    ...api,
    ...(module === undefined ? {} : { module }),
    path: prefix + api.path,
  }));
}
