import { optionsOf, under, type CancellableApi } from './api.js';

// axios 1.21.1 (index.d.ts, AxiosRequestConfig)
const axios = optionsOf('axios');
const axiosCalls = [
  axios('request', 0, 'promise'),
  axios('get', 1, 'promise'),
  axios('delete', 1, 'promise'),
  axios('head', 1, 'promise'),
  axios('options', 1, 'promise'),
  axios('post', 2, 'promise'),
  axios('put', 2, 'promise'),
  axios('patch', 2, 'promise'),
  axios('postForm', 2, 'promise'),
  axios('putForm', 2, 'promise'),
  axios('patchForm', 2, 'promise'),
];

// got 14.6.6 (OptionsInit); got knows a signal since 12
const got = optionsOf('got');
const gotCalls = [
  ...['get', 'post', 'put', 'patch', 'head', 'delete'].map((verb) =>
    got(verb, 1, 'promise', { orArgument: 0 }),
  ),
  got('stream', 1, 'emitter', { orArgument: 0 }),
  got('paginate', 1, 'iterable', { orArgument: 0 }),
  got('paginate.each', 1, 'iterable', { orArgument: 0 }),
  got('paginate.all', 1, 'promise', { orArgument: 0 }),
];

// ky 1.14.3 (Options extends RequestInit)
const ky = optionsOf('ky');
const kyCalls = ['get', 'post', 'put', 'patch', 'head', 'delete'].map((verb) => ky(verb, 1, 'promise'));

// ofetch 1.5.1 (FetchOptions extends RequestInit)
const ofetch = optionsOf('ofetch');
const ofetchCalls = [ofetch('raw', 1, 'promise'), ofetch('native', 1, 'promise')];

// undici 7.30.2 (types/dispatcher.d.ts, types/api.d.ts, types/fetch.d.ts)
const undici = optionsOf('undici');
const dispatcherCalls = [undici('request', 0, 'promise')];
const undiciCalls = [
  undici('fetch', 1, 'promise'),
  undici('request', 1, 'promise'),
  undici('stream', 1, 'promise'),
  undici('pipeline', 1, 'emitter'),
  undici('connect', 1, 'promise'),
  undici('upgrade', 1, 'promise'),
  ...['Agent#', 'Pool#', 'Client#'].flatMap((maker) => under(dispatcherCalls, maker)),
];

// graphql-request 7.4.0 (RequestOptions); only the form with one object takes a signal
const graphql = optionsOf('graphql-request');
const graphqlCalls = [
  graphql('request', 0, 'promise'),
  graphql('rawRequest', 0, 'promise'),
  graphql('batchRequests', 0, 'promise'),
];

// gaxios 7.3.1 (build/esm/src/common.d.ts: GaxiosOptions)
const gaxios = optionsOf('gaxios');

/** HTTP clients. Left out: superagent, which takes no signal, and wretch, which takes it by a method. */
export const httpApis: readonly CancellableApi[] = [
  axios('default', 1, 'promise', { orArgument: 0 }),
  axios('default.create#', 1, 'promise', { orArgument: 0 }),
  ...['default.', 'default.create#'].flatMap((prefix) => under(axiosCalls, prefix)),
  got('default', 1, 'promise', { orArgument: 0 }),
  got('default.extend#', 1, 'promise', { orArgument: 0 }),
  ...['default.', 'default.extend#'].flatMap((prefix) => under(gotCalls, prefix)),
  ky('default', 1, 'promise'),
  ky('default.create#', 1, 'promise'),
  ky('default.extend#', 1, 'promise'),
  ...['default.', 'default.create#', 'default.extend#'].flatMap((prefix) => under(kyCalls, prefix)),
  ...['ofetch', '$fetch'].flatMap((name) => [
    ofetch(name, 1, 'promise'),
    ofetch(`${name}.create#`, 1, 'promise'),
    ...under(ofetchCalls, `${name}.`),
  ]),
  ofetch('fetch', 1, 'promise'),
  // node-fetch 3.3.2, node-fetch-native 1.6.7, cross-fetch 4.1.0 (RequestInit)
  optionsOf('node-fetch')('default', 1, 'promise'),
  ...['node-fetch-native', 'cross-fetch'].flatMap((module) => [
    optionsOf(module)('default', 1, 'promise'),
    optionsOf(module)('fetch', 1, 'promise'),
  ]),
  ...undiciCalls,
  gaxios('request', 0, 'promise'),
  gaxios('Gaxios#request', 0, 'promise'),
  ...graphqlCalls,
  ...under(graphqlCalls, 'GraphQLClient#'),
];
