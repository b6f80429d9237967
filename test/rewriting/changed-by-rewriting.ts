/** The incorrect examples of rules that are not reported once they are written in another way, and why. */
export const changedByRewriting: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'templates for texts': {
    'no-emitter-listener-leak, incorrect 1':
      "`'socket` is what a file is searched for before it is looked at",
  },
  'the rest under the opposite test': {
    'no-silent-abort-return, incorrect 1': 'a function that comes to its end has no `return` to report',
  },
  decorators: {
    'no-misnamed-abort-error, incorrect 1': 'a decorator may give the class its name',
    'no-misnamed-abort-error, incorrect 2': 'a decorator may give the class its name',
    'no-misnamed-abort-error, incorrect 3': 'a decorator may give the class its name',
  },
};
