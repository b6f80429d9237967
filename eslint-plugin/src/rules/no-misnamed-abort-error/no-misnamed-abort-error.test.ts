import { testRule } from '../../../../test/support/rule-tester.js';
import rule from './no-misnamed-abort-error.js';

testRule(rule, {
  'a class without a name, beside one with a field': {
    invalid: `
      export class AbortError extends Error {}
                   ~~~~~~~~~~ unnamed
    `,
    valid: `
      export class AbortError extends Error {
        override name = 'AbortError';
      }
    `,
  },
  'the name of a constant, beside a class that is nothing but a name of its own': {
    invalid: `
      export const AbortError = class extends Error {};
                   ~~~~~~~~~~ unnamed
    `,
    valid: `
      export class DiscoveryCancelledError extends Error {}
    `,
  },
  'a constructor that sets other things, beside one that sets the name': {
    invalid: `
      export class RequestCancelledError extends Error {
                   ~~~~~~~~~~~~~~~~~~~~~ unnamed
        readonly url: string;
        constructor(url: string) {
          super('cancelled');
          Error.captureStackTrace(this, RequestCancelledError);
          this.url = url;
        }
      }
    `,
    valid: `
      export class RequestCancelledError extends Error {
        readonly url: string;
        constructor(url: string) {
          super('cancelled');
          this.name = 'RequestCancelledError';
          this.url = url;
        }
      }
    `,
  },
  'a name that comes from the constructor, beside a getter': {
    invalid: `
      export class CancelError extends Error {
        constructor(message: string) {
          super(message);
          this.name = this.constructor.name;
                      ~~~~~~~~~~~~~~~~~~~~~ derived
        }
      }
    `,
    valid: `
      export class CancelError extends Error {
        override get name(): string {
          return 'CancelError';
        }
      }
    `,
  },
  'a name that comes from new.target, beside a class that is no abort error': {
    invalid: `
      export class UserAbortError extends Error {
        constructor() {
          super('stopped');
          this.name = new.target.name;
                      ~~~~~~~~~~~~~~~ derived
        }
      }
    `,
    valid: `
      export class UploadError extends Error {
        constructor() {
          super('stopped');
          this.name = new.target.name;
        }
      }
      export class AbortSignalSource {}
    `,
  },
  'a parent of this file without a name, beside one that has it': {
    invalid: `
      class ClientError extends Error {
        constructor(readonly status: number | undefined) {
          super('failed');
        }
      }
      export class ClientAbortError extends ClientError {
                   ~~~~~~~~~~~~~~~~ unnamed
        constructor() {
          super(undefined);
        }
      }
    `,
    valid: `
      class ClientError extends Error {
        constructor(name: string) {
          super('failed');
          this.name = name;
        }
      }
      export class ClientAbortError extends ClientError {
        constructor() {
          super('AbortError');
        }
      }
    `,
  },
  'a parent that is known, beside one of another file': {
    invalid: `
      const Base = class extends Error {};
      export const Stopped = class StopCancelledError extends Base {};
                                   ~~~~~~~~~~~~~~~~~~ unnamed
    `,
    valid: `
      import { FetchError } from 'node-fetch';
      export const Stopped = class StopCancelledError extends FetchError {};
    `,
  },
  'no Error at all, beside one that extends a DOMException': {
    invalid: `
      export class CancelledError {
                   ~~~~~~~~~~~~~~ notError
        silent: boolean;
        constructor(options: { silent: boolean }) {
          // Nobody is to hear of it.
          this.silent = options.silent;
        }
      }
    `,
    valid: `
      export class CancelledError extends DOMException {
        silent: boolean;
        constructor(options: { silent: boolean }) {
          super('cancelled', 'AbortError');
          this.silent = options.silent;
        }
      }
    `,
  },
  'a generic class that is no Error, beside a named one and an interface': {
    invalid: `
      export class TaskAbortError<Task extends string> {
                   ~~~~~~~~~~~~~~ notError
        constructor(readonly task: Task) {}
      }
    `,
    valid: `
      export class TaskAbortError<Task extends string> {
        name = 'TaskAbortError';
        constructor(readonly task: Task) {}
      }
      export interface CancelError {
        name: 'CancelError';
      }
      export declare class AbortError extends Error {}
    `,
  },
  'a class that is known by nothing, beside one known by its class and one by its code': {
    invalid: `
      export class CancelledError extends Error {}
                   ~~~~~~~~~~~~~~ unnamed
      export const isCancelledError = (error: unknown): boolean => error instanceof Error && error.name === 'CancelledError';
    `,
    valid: `
      export class CancelledError extends Error {}
      export const isCancelledError = (error: unknown): boolean => error instanceof CancelledError;
      export class AbortError extends Error {
        readonly code = 'ABORT_ERR';
      }
    `,
  },
  'a name for a message, beside a message': {
    invalid: `
      export function stop(): never {
        throw new Error('AbortError');
              ~~~~~~~~~~~~~~~~~~~~~~~ message
      }
    `,
    valid: `
      export function stop(): never {
        if (performance.now() > 0) throw new Error('Unknown abort error');
        throw new Error('The work was aborted.');
      }
    `,
  },
  'a name for a message, beside an error that is named afterwards': {
    invalid: `
      export function abortError(): Error {
        const error = Error('CanceledError');
                      ~~~~~~~~~~~~~~~~~~~~~~ message
        return error;
      }
    `,
    valid: `
      export function abortError(): Error {
        const error = Error('CanceledError');
        error.name = 'CanceledError';
        return error;
      }
      export const made = Object.assign(new Error('AbortError'), { name: 'AbortError' });
    `,
  },
  'a DOMException without a name, beside one with': {
    invalid: `
      export function reasonOf(signal: AbortSignal): Error {
        if (signal.aborted) return new DOMException('The operation was aborted.');
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ exception
        return new Error('not yet');
      }
    `,
    valid: `
      export function reasonOf(signal: AbortSignal): Error {
        if (signal.aborted) return new DOMException('The operation was aborted.', 'AbortError');
        return new DOMException('not yet');
      }
    `,
  },
  'plain JavaScript with a stand-in for DOMException, beside a class of its own': {
    language: 'js',
    invalid: `
      const DOMException = globalThis.DOMException ?? Error;
      export function composeAbortError(signal) {
        return new DOMException(signal?.reason ?? 'This was aborted.');
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ exception
      }
    `,
    valid: `
      class DOMException extends Error {
        name = 'AbortError';
      }
      export function composeAbortError(signal) {
        return new DOMException(signal?.reason ?? 'This was aborted.');
      }
    `,
  },
  'plain JavaScript without a name, beside a class that other code names': {
    language: 'js',
    invalid: `
      export class AbortError extends Error {
                   ~~~~~~~~~~ unnamed
        constructor(message) {
          super(message);
          this.type = 'aborted';
        }
      }
    `,
    valid: `
      export class AbortError extends Error {
        constructor(message) {
          super(message);
          this.type = 'aborted';
        }
      }
      AbortError.prototype.name = 'AbortError';
      export class CancelError extends Error {}
      Object.defineProperty(CancelError.prototype, 'name', { value: 'CancelError' });
      export class TaskCancelledError extends Error {
        constructor(options) {
          super('cancelled');
          Object.assign(this, options);
        }
      }
      let StopAbortError = class StopAbortError extends Error {};
      StopAbortError = __decorate([named('StopAbortError')], StopAbortError);
      export { StopAbortError };
    `,
  },
});
