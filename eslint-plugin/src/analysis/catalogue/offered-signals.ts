/** A call that hands a signal to a function which it is given. */
export interface SignalOffer {
  readonly module: string;
  /** As in the table of cancellable calls: `tool`, `QueryClient#fetchQuery`. */
  readonly path: string;
  /** Index of the argument that is the function, or holds it. */
  readonly argument: number;
  /** Member of that argument which is the function. */
  readonly property?: string;
  /** Index of the function's parameter that carries the signal. */
  readonly parameter: number;
  /** Member of that parameter which is the signal. */
  readonly member: string;
  /** True where that member may be missing. */
  readonly mayBeMissing?: true;
  /** Member that the argument before has where the function gets its input first; without it the places are others. */
  readonly withInput?: string;
}

// @tanstack/query-core, react-query and vue-query 5.108.0 (src/types.ts: QueryFunctionContext)
const query = { argument: 0, property: 'queryFn', parameter: 0, member: 'signal' } as const;
const queryHooks =
  'useQuery useSuspenseQuery useInfiniteQuery useSuspenseInfiniteQuery usePrefetchQuery usePrefetchInfiniteQuery ' +
  'queryOptions infiniteQueryOptions';
const queryMethods =
  'fetchQuery prefetchQuery ensureQueryData fetchInfiniteQuery prefetchInfiniteQuery ensureInfiniteQueryData';
const queries = [
  ...queryHooks.split(' ').map((path) => ({ module: '@tanstack/react-query', path, ...query })),
  ...['useQuery', 'useInfiniteQuery', 'queryOptions', 'infiniteQueryOptions'].map((path) => ({
    module: '@tanstack/vue-query',
    path,
    ...query,
  })),
  ...['@tanstack/query-core', '@tanstack/react-query', '@tanstack/vue-query'].flatMap((module) =>
    ['QueryClient#', 'useQueryClient#'].flatMap((maker) =>
      queryMethods.split(' ').map((method) => ({ module, path: maker + method, ...query })),
    ),
  ),
];

// ai 6.0.326, @ai-sdk/provider-utils 4.0.65 (dist/index.d.ts: ToolExecutionOptions)
const execution = {
  argument: 0,
  property: 'execute',
  parameter: 1,
  member: 'abortSignal',
  mayBeMissing: true,
} as const;
const tools = ['ai', '@ai-sdk/provider-utils'].flatMap((module) =>
  ['tool', 'dynamicTool'].map((path) => ({ module, path, ...execution })),
);

// @modelcontextprotocol/sdk 1.32.2 (RequestHandlerExtra of shared/protocol.d.ts, ToolCallback of server/mcp.d.ts)
const mcp = '@modelcontextprotocol/sdk/server';
const extra = { parameter: 1, member: 'signal' } as const;
const handlers: SignalOffer[] = [
  { module: `${mcp}/index.js`, path: 'Server#setRequestHandler', argument: 1, ...extra },
  {
    module: `${mcp}/mcp.js`,
    path: 'McpServer#registerTool',
    argument: 2,
    withInput: 'inputSchema',
    ...extra,
  },
];

/** Calls whose callbacks are offered a signal, for files that have no types to say so. */
export const signalOffers: readonly SignalOffer[] = [
  ...queries,
  ...tools,
  ...handlers,
  // @reduxjs/toolkit 2.14.0 (dist/index.d.ts: BaseThunkAPI)
  { module: '@reduxjs/toolkit', path: 'createAsyncThunk', argument: 1, parameter: 1, member: 'signal' },
];
