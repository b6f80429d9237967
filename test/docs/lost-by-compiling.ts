const annotation = 'only an annotation says that it is a signal, or options with one';
const asyncGenerator = 'an async generator becomes a plain one with helpers around it';
const privateField = 'a private field becomes an entry of a map';

/** The incorrect examples of rules that are not reported once a compiler has been over them, and why. */
export const lostByCompiling: Readonly<
  Record<'ES2017 modules' | 'CommonJS', Readonly<Record<string, string>>>
> = {
  'ES2017 modules': {
    'forward-abort-signal, incorrect 1': annotation,
    'no-abort-on-completion, incorrect 3': asyncGenerator,
    'no-ignored-signal, incorrect 1': annotation,
    'no-ignored-signal, incorrect 2': annotation,
    'no-lossy-abort-relay, incorrect 2': privateField,
    'no-misplaced-signal-argument, incorrect 4': annotation,
    'no-non-error-abort-reason, incorrect 2': privateField,
    'no-replaced-signal, incorrect 1': annotation,
    'no-replaced-signal, incorrect 3': annotation,
    'no-reused-aborted-controller, incorrect 1': privateField,
    'no-unclosed-source, incorrect 3': asyncGenerator,
    'require-abort-check-in-loop, incorrect 2': '`for await` becomes a loop over calls of `next`',
  },
  CommonJS: {
    'forward-abort-signal, incorrect 1': annotation,
    'no-ignored-signal, incorrect 1': annotation,
    'no-ignored-signal, incorrect 2': annotation,
    'no-misplaced-signal-argument, incorrect 4': annotation,
    'no-replaced-signal, incorrect 1': annotation,
    'no-replaced-signal, incorrect 3': annotation,
    'require-abort-assertion, incorrect 1': 'the test function is a member of its module',
  },
};
