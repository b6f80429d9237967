import { optionsOf, signalOf, type CancellableApi } from './api.js';

// cockatiel 3.2.1 (Policy.d.ts: execute(fn, signal))
const cockatiel = signalOf('cockatiel');

// abort-controller-x 0.5.0: the signal stands first everywhere
const abortControllerX = signalOf('abort-controller-x');

const retry = { role: 'retry' } as const;
const delay = { role: 'delay' } as const;

// execa 9.6.1 (options.d.ts): `cancelSignal` was `signal` up to execa 8
const execa = optionsOf('execa', 'cancelSignal');
const oldName = { orOption: 'signal' } as const;

// tinyexec 1.3.1 (Options)
const tinyexec = optionsOf('tinyexec', 'signal');

/**
 * Helpers that wait, retry, limit and run processes. Left out: p-limit 7.3.3, which takes no signal; the `timeout` and
 * `withTimeout` of es-toolkit, where the signal lifts the limit and cancels nothing; zx 8.8.5 and the `$` of execa, whose options
 * stand before a template.
 */
export const asyncApis: readonly CancellableApi[] = [
  optionsOf('p-retry')('default', 1, 'promise', retry), // p-retry 7.1.1
  optionsOf('p-queue')('default#add', 1, 'promise'), // p-queue 9.3.5
  optionsOf('p-queue')('default#addAll', 1, 'promise'), // p-queue 9.3.5
  optionsOf('p-map')('default', 2, 'promise'), // p-map 7.1.1
  optionsOf('p-timeout')('default', 1, 'promise'), // p-timeout 7.0.2
  optionsOf('p-wait-for')('default', 1, 'promise'), // p-wait-for 6.0.0
  optionsOf('p-event')('pEvent', 2, 'promise'), // p-event 7.1.1
  optionsOf('p-event')('pEventMultiple', 2, 'promise'), // p-event 7.1.1
  optionsOf('p-event')('pEventIterator', 2, 'iterable'), // p-event 7.1.1
  optionsOf('delay')('default', 1, 'promise', delay), // delay 7.0.0
  optionsOf('delay')('rangeDelay', 2, 'promise', delay), // delay 7.0.0
  optionsOf('es-toolkit')('delay', 1, 'promise', delay), // es-toolkit 1.53.2
  optionsOf('es-toolkit')('retry', 1, 'promise', retry), // es-toolkit 1.53.2
  optionsOf('es-toolkit/promise')('delay', 1, 'promise', delay), // es-toolkit 1.53.2
  optionsOf('es-toolkit/function')('retry', 1, 'promise', retry), // es-toolkit 1.53.2
  cockatiel('retry#execute', 1, 'promise', retry),
  cockatiel('timeout#execute', 1, 'promise'),
  cockatiel('fallback#execute', 1, 'promise'),
  cockatiel('circuitBreaker#execute', 1, 'promise'),
  cockatiel('bulkhead#execute', 1, 'promise'),
  cockatiel('wrap#execute', 1, 'promise'),
  abortControllerX('delay', 0, 'promise', delay),
  abortControllerX('retry', 0, 'promise', retry),
  abortControllerX('proactiveRetry', 0, 'promise', retry),
  abortControllerX('waitForEvent', 0, 'promise'),
  abortControllerX('execute', 0, 'promise'),
  abortControllerX('abortable', 0, 'promise'),
  abortControllerX('all', 0, 'promise'),
  abortControllerX('race', 0, 'promise'),
  abortControllerX('spawn', 0, 'promise'),
  execa('execa', 2, 'promise', { orArgument: 1, ...oldName }),
  execa('execaNode', 2, 'promise', { orArgument: 1, ...oldName }),
  execa('execaCommand', 1, 'promise', oldName),
  tinyexec('x', 2, 'promise'),
  tinyexec('exec', 2, 'promise'),
];
