import type { ParserServices, ParserServicesWithTypeInformation, TSESLint } from '@typescript-eslint/utils';
import { checkerTypes } from './types/checker-types.js';
import { pendingTypesOf } from './types/pending-types.js';
import { pendingTypeService } from './types/pending-type-service.js';
import { noTypes, type TypeService } from './types/types.js';
import { TypeScriptChecker } from './types/typescript-checker.js';

/** What `settings.cancellation` of an ESLint config may hold. */
export interface Settings {
  /** Names of the project's own functions that tell an abort from another failure. */
  abortPredicates: readonly string[];
}

/** What all questions about one file share. */
export interface Model {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly types: TypeService;
  readonly settings: Settings;
  /** True where the file was parsed with types, or is run again as soon as it has them. */
  readonly isTyped: boolean;
  /** True where the file's name says that annotations may be written in it. */
  readonly isTypeScript: boolean;
  /** What has been worked out about the file, by the question; see `memoized`. */
  readonly answers: Map<unknown, Map<unknown, unknown>>;
}

const models = new WeakMap<object, Model>();

/**
 * The model of the file that a rule is run on; built once per file and shared by the rules.
 *
 * @throws TypeError where `settings.cancellation` is not what {@link Settings} says
 */
export function modelOf(context: {
  filename: string;
  sourceCode: Readonly<TSESLint.SourceCode>;
  settings: TSESLint.SharedConfigurationSettings;
}): Model {
  const { sourceCode } = context;
  const known = models.get(sourceCode);
  if (known) return known;
  const types = typesOf(sourceCode.parserServices);
  const model = {
    sourceCode,
    types,
    isTyped: types !== noTypes,
    isTypeScript: /\.[cm]?tsx?$/.test(context.filename),
    settings: readSettings(context.settings.cancellation),
    answers: new Map(),
  };
  models.set(sourceCode, model);
  return model;
}

function typesOf(services: Partial<ParserServices> | undefined): TypeService {
  if (services && hasTypes(services)) return checkerTypes(new TypeScriptChecker(services.program), services);
  const pending = pendingTypesOf(services);
  return pending ? pendingTypeService(pending) : noTypes;
}

function hasTypes(services: Partial<ParserServices>): services is ParserServicesWithTypeInformation {
  return Boolean(services.program);
}

function readSettings(settings: unknown): Settings {
  if (typeof settings !== 'object' || settings === null || !('abortPredicates' in settings)) {
    return { abortPredicates: [] };
  }
  const { abortPredicates } = settings;
  if (Array.isArray(abortPredicates) && abortPredicates.every((name) => typeof name === 'string')) {
    return { abortPredicates };
  }
  throw new TypeError('settings.cancellation.abortPredicates has to be a list of function names.');
}
