import type { Model } from './model.js';

/**
 * Lets a question about a file be worked out once, however many rules ask it. The answers live as long as the file's
 * model: one weak entry for each file costs the garbage collector far less than one for each node.
 *
 * @param ask works the answer out
 * @param meanwhile the answer for whoever asks the same again while it is being worked out
 * @returns the question, with a memory
 */
export function memoized<Key = void, Answer = unknown>(
  ask: (model: Model, about: Key) => Answer,
  ...meanwhile: [Answer] | []
): (model: Model, about: Key) => Answer {
  const files = new WeakMap<Model, Map<Key, Answer>>();
  return (model, about) => {
    const answers = files.get(model) ?? new Map<Key, Answer>();
    files.set(model, answers);
    const known = answers.get(about);
    if (known !== undefined || answers.has(about)) return known as Answer;
    for (const answer of meanwhile) answers.set(about, answer);
    const answer = ask(model, about);
    answers.set(about, answer);
    return answer;
  };
}
