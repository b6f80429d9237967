import type { Model } from './model.js';

/**
 * Lets a question about a file be worked out once, however many rules ask it. The answers are kept by the file's model and
 * go with it: weak entries for each node would cost the garbage collector far more.
 *
 * @param ask works the answer out
 * @param meanwhile the answer for whoever asks the same again while it is being worked out
 * @returns the question, with a memory
 */
export function memoized<Key = void, Answer = unknown>(
  ask: (model: Model, about: Key) => Answer,
  ...meanwhile: [Answer] | []
): (model: Model, about: Key) => Answer {
  return (model, about) => {
    const answers = (model.answers.get(ask) ?? answersTo(ask, model)) as Map<Key, Answer>;
    const known = answers.get(about);
    if (known !== undefined || answers.has(about)) return known as Answer;
    for (const answer of meanwhile) answers.set(about, answer);
    const answer = ask(model, about);
    answers.set(about, answer);
    return answer;
  };
}

function answersTo(ask: unknown, model: Model): Map<unknown, unknown> {
  const answers = new Map();
  model.answers.set(ask, answers);
  return answers;
}
