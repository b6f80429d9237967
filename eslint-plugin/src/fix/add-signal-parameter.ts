import type { TSESLint } from '@typescript-eslint/utils';
import type { ExtensibleFunction, Model } from '../analysis/index.js';
import { appendElements } from './append-elements.js';
import { addTag, countDocumented, findDocumentation } from './document-parameter.js';
import { addMember } from './offer-signal.js';
import { passSignal } from './pass-signal.js';
import { appendParameter } from './take-signal.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Gives a function a signal of its callers, and hands it to each call in it that can take it.
 *
 * @returns undefined where no call can, or where a type that stands in a comment would have to be changed
 */
export function addSignalParameter(model: Model, extensible: ExtensibleFunction): Fix | undefined {
  const passes = extensible.missing
    .filter(({ isAbortHandled }) => isAbortHandled)
    .flatMap((each) => passSignal(model, each) ?? []);
  const take = passes.length > 0 ? takeParameter(model, extensible) : undefined;
  return take && ((fixer) => [...take(fixer), ...passes.flatMap((pass) => pass(fixer))]);
}

/** @returns what gives a function a parameter for a signal, or undefined where a type that stands in a comment would have to be changed */
export function takeParameter(
  model: Model,
  { function: owner, way }: Pick<ExtensibleFunction, 'function' | 'way'>,
): Fix | undefined {
  const { sourceCode } = model;
  switch (way.kind) {
    case 'member':
      return (fixer) => [addMember(fixer, sourceCode, way.type)];
    case 'pattern':
      return extendPattern(model, { owner, way });
    case 'options':
    case 'positional':
      return appendTyped(model, owner, way.kind);
  }
}

function extendPattern(
  { sourceCode }: Model,
  {
    owner,
    way: { pattern, type },
  }: { owner: ExtensibleFunction['function']; way: ExtensibleFunction['way'] & { kind: 'pattern' } },
): Fix | undefined {
  const documentation = findDocumentation(sourceCode, owner);
  if (!type && documentation && /@(?:param|type)\b/.test(documentation.value)) return undefined;
  const closing = pattern.typeAnnotation
    ? sourceCode.getTokenBefore(pattern.typeAnnotation)
    : sourceCode.getLastToken(pattern);
  const last = pattern.properties.at(-1);
  if (!closing) return undefined;
  return (fixer) => [
    ...(last
      ? appendElements(fixer, sourceCode, { last, closing }, ['signal'])
      : [fixer.insertTextBefore(closing, ' signal ')]),
    ...(type ? [addMember(fixer, sourceCode, type)] : []),
  ];
}

const parameters = {
  options: { name: '{ signal }', type: '{ signal?: AbortSignal }', fallback: ' = {}', tag: '[options]' },
  positional: { name: 'signal', type: 'AbortSignal', fallback: '', tag: '[signal]' },
};

/** With its type: in TypeScript behind the name, in JavaScript in the function's own comment if that names all parameters. */
function appendTyped(
  model: Model,
  owner: ExtensibleFunction['function'],
  kind: 'options' | 'positional',
): Fix | undefined {
  const { sourceCode, isTypeScript } = model;
  const { name, type, fallback, tag } = parameters[kind];
  if (isTypeScript) {
    const mark = kind === 'positional' ? '?' : '';
    return (fixer) => appendParameter(fixer, sourceCode, owner, `${name}${mark}: ${type}${fallback}`);
  }
  const documentation = findDocumentation(sourceCode, owner);
  if (documentation?.value.includes('@type')) return undefined;
  if (documentation && countDocumented(documentation) === owner.params.length)
    return (fixer) => [
      addTag(fixer, sourceCode, documentation, `@param {${type}} ${tag}`),
      ...appendParameter(fixer, sourceCode, owner, name + fallback),
    ];
  const annotation = kind === 'positional' ? `${type} | undefined` : type;
  return (fixer) =>
    appendParameter(fixer, sourceCode, owner, `/** @type {${annotation}} */ ${name}${fallback}`);
}
