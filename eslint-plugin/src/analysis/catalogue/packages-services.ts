import { optionsOf, under, type CancellableApi } from './api.js';

// @octokit/types 18.0.0 (RequestRequestOptions), @octokit/rest 22.0.1, octokit 5.0.5, @actions/github 9.1.1
const inRequest = { within: 'request' } as const;
const octokit = optionsOf('@octokit/rest');
const requestCalls = ['request', 'graphql'].map((name) =>
  octokit(name, 1, 'promise', { ...inRequest, orArgument: 0 }),
);
const pageCalls = [
  octokit('paginate', 1, 'promise', { ...inRequest, orArgument: 0 }),
  octokit('paginate.iterator', 1, 'iterable', { ...inRequest, orArgument: 0 }),
];

// @octokit/plugin-rest-endpoint-methods 17.0.0 (parameters-and-response-types.d.ts)
const endpoints = {
  actions:
    'createWorkflowDispatch getWorkflowRun listJobsForWorkflowRun listWorkflowRuns listWorkflowRunsForRepo',
  checks: 'create listForRef update',
  git: 'createBlob createCommit createRef createTree getBlob getCommit getRef getTree updateRef',
  issues: 'addLabels create createComment get listComments listForRepo update updateComment',
  orgs: 'get listForAuthenticatedUser listMembers',
  pulls: 'create createReview get list listCommits listFiles listReviews merge update',
  repos:
    'compareCommits compareCommitsWithBasehead createOrUpdateFileContents createRelease get getBranch getCommit ' +
    'getContent getLatestRelease getReleaseByTag listBranches listCommits listForAuthenticatedUser listForOrg ' +
    'listForUser listReleases listTags',
  search: 'code commits issuesAndPullRequests repos users',
  users: 'getAuthenticated getByUsername',
};
const endpointCalls = Object.entries(endpoints).flatMap(([scope, names]) =>
  names.split(' ').map((name) => octokit(`rest.${scope}.${name}`, 0, 'promise', inRequest)),
);

// @types/dockerode 4.0.2 (index.d.ts; dockerode 5.0.1 and docker-modem hand the signal on); left out is what stops or removes, and what
// opens a stream that may outlive the work
const dockerode = optionsOf('dockerode', 'abortSignal');
const beforeCallback = { beforeCallback: true } as const;
const containerCalls = ['inspect', 'start', 'exec', 'wait', 'logs'].map((name) =>
  dockerode(name, 0, 'promise', beforeCallback),
);
const dockerCalls = [
  ...(
    'createContainer createNetwork createService createVolume listContainers listImages listNetworks listNodes ' +
    'listServices listVolumes'
  )
    .split(' ')
    .map((name) => dockerode(name, 0, 'promise', beforeCallback)),
  dockerode('buildImage', 1, 'promise', beforeCallback),
  ...['getContainer#', 'createContainer#'].flatMap((maker) => under(containerCalls, maker)),
];

// @vercel/blob 2.8.0 (dist/index.d.ts, dist/client.d.ts: BlobCommandOptions)
const vercel = optionsOf('@vercel/blob', 'abortSignal');
const vercelClient = optionsOf('@vercel/blob/client', 'abortSignal');

// resend 6.38.0 (dist/index.d.cts: RequestOptions)
const resend = optionsOf('resend');

/** Services on the web. Left out, because they take no signal: Stripe, Twilio, Slack, SendGrid, minio, Kubernetes and Google Cloud. */
export const serviceApis: readonly CancellableApi[] = [
  ...['@octokit/rest', '@octokit/core', 'octokit'].flatMap((module) =>
    under(requestCalls, 'Octokit#', module),
  ),
  ...['@octokit/rest', 'octokit'].flatMap((module) =>
    under([...endpointCalls, ...pageCalls], 'Octokit#', module),
  ),
  ...under([...requestCalls, ...endpointCalls, ...pageCalls], 'getOctokit#', '@actions/github'),
  // @octokit/request 10.0.16, @octokit/graphql 9.0.5
  optionsOf('@octokit/request')('request', 1, 'promise', { ...inRequest, orArgument: 0 }),
  optionsOf('@octokit/graphql')('graphql', 1, 'promise', { ...inRequest, orArgument: 0 }),
  ...under(dockerCalls, 'default#'),
  vercel('put', 2, 'promise'),
  vercel('copy', 2, 'promise'),
  vercel('get', 1, 'promise'),
  vercel('head', 1, 'promise'),
  vercel('list', 0, 'promise'),
  vercel('del', 1, 'promise'),
  vercelClient('put', 2, 'promise'),
  vercelClient('upload', 2, 'promise'),
  resend('Resend#emails.send', 1, 'promise'),
  resend('Resend#emails.get', 1, 'promise'),
  resend('Resend#batch.send', 1, 'promise'),
];
