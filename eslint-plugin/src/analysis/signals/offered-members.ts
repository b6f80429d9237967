import type { TSESTree } from '@typescript-eslint/utils';
import { memoized } from '../memoized.js';
import type { Model } from '../model.js';

/**
 * The members of a parameter, or of what was taken out of one, that are signals by its type. Types are dear, most of all those of a
 * callback's parameters, for which TypeScript resolves the call around it: so the annotation or the name has to say that it
 * may be an object with options or with a context.
 *
 * @param name where the value stands
 * @param declared the parameter's own name, where the value is all of it
 * @returns nothing where there are no types
 */
export function offeredMembers(
  model: Model,
  name: TSESTree.Identifier,
  declared: TSESTree.Identifier | undefined,
): readonly string[] {
  return model.isTyped && mayHaveMembers(name, declared) ? membersOf(model, name) : [];
}

const membersOf = memoized((model, name: TSESTree.Identifier): string[] =>
  (model.types.offeredSignals([name])[0] ?? []).map(({ member }) => member),
);

function mayHaveMembers(name: TSESTree.Identifier, declared: TSESTree.Identifier | undefined): boolean {
  const annotation = declared?.typeAnnotation?.typeAnnotation;
  return annotation ? structured.test(annotation.type) : holderName.test(name.name);
}

const structured =
  /^TS(?:TypeReference|TypeLiteral|UnionType|IntersectionType|IndexedAccessType|TypeQuery|ConditionalType|ImportType)$/;

const holderName =
  /^(?:a|c|ctx|e|env|ev|evt|info|init|job|rest|run|self|state|step|task|tools?)$|(?:opts?|options?|config(?:uration)?|init|settings|props|params?|parameters|args?|arguments|input|req|request|ctx|context|extras?|meta|event|call|session|helpers?|utils|api|controls?|scope|query)$/i;
