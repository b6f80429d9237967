import { editOf } from '../diagnostics/diagnostic.js';
import type { RefactoringName } from '../engine/refactor/refactoring.js';
import type { ActionProducer } from './action-request.js';

/** Passes the signal of its function to a call. */
export const forwardSignal = producerOf('forward-signal', 'cancellation/forward-abort-signal');

/** Lets a function take a signal, and hands it on. */
export const addSignalParameter = producerOf('add-signal-parameter', 'cancellation/require-signal-parameter');

/** @param rule where this one has a finding, its quick fix does the same */
function producerOf(name: RefactoringName, rule: string): ActionProducer {
  return {
    kind: `refactor.rewrite.cancellation.${name}`,
    needs: 'tree',
    async produce({ range, diagnostics, refactorings }) {
      if (diagnostics.some(({ diagnostic, data }) => diagnostic.code === rule && data.suggestions.length > 0))
        return [];
      const fitting = await refactorings(range);
      return fitting.filter((each) => each.name === name).map(({ title }) => ({ title, work: { range } }));
    },
    async edits({ document, refactorings }, { range }) {
      const fitting = range ? await refactorings(range) : [];
      const meant = fitting.find((each) => each.name === name);
      return (meant?.edits ?? []).map((edit) => editOf(edit, document));
    },
  };
}
