import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { GuidanceId } from './guidance.js';
import { mentionsOf, type Mention } from './mentions.js';
import { pendingTypesOf } from './analysis/types/pending-types.js';
import { rememberRelatedPlaces, type RelatedPlace } from './related.js';

/** What every rule says about itself; tables, presets and page headers are generated from it. */
export interface RuleDocs {
  description: string;
  /** The points of good practice that the rule serves. */
  guidance: readonly [GuidanceId, ...GuidanceId[]];
  /** The rule's severity in `recommended`; a rule without one is in `strict` only. */
  recommended?: 'error' | 'warn';
  /** True where the rule finds nothing without type information. */
  requiresTypes?: boolean;
  /** Of these texts a file has to hold one, in any case of letters, or the rule does not look at it. */
  mentions: readonly Mention[];
}

/** A problem as a rule words it; `related` names the second place that explains the finding. */
export type Problem<MessageId extends string> = TSESLint.ReportDescriptor<MessageId> & {
  related?: readonly RelatedPlace[];
};

export type RuleContext<MessageId extends string, Options extends readonly unknown[] = []> = Readonly<
  TSESLint.RuleContext<MessageId, Options>
>;

export interface RuleDefinition<MessageId extends string, Options extends readonly unknown[]> {
  name: string;
  docs: RuleDocs;
  messages: Record<MessageId, string>;
  schema?: TSESLint.RuleMetaData<MessageId>['schema'];
  defaultOptions?: Options;
  create(
    context: RuleContext<MessageId, Options>,
    report: (problem: Problem<MessageId>) => void,
  ): TSESLint.RuleListener;
}

export type Rule = TSESLint.RuleModule<string, readonly unknown[], RuleDocs> & { name: string };

const pages = 'https://github.com/eslint-plugin-cancellation/cancellation/blob/main/eslint-plugin/src/rules';

/**
 * The one factory of the plugin's rules.
 *
 * @param definition what the rule is called, says and does
 * @returns an ESLint rule whose reports remember their related places for the language server
 */
export function createRule<MessageId extends string, const Options extends readonly unknown[] = []>(
  definition: RuleDefinition<MessageId, Options>,
): Rule {
  const { name, docs, messages, schema = [], defaultOptions = [] } = definition;
  return {
    name,
    meta: {
      type: 'problem',
      docs: { ...docs, url: pageOf(name) },
      hasSuggestions: true,
      messages,
      schema,
      defaultOptions,
    },
    create(context) {
      if (!mayFind(docs, context.sourceCode)) return {};
      const typed = context as unknown as RuleContext<MessageId, Options>;
      return definition.create(typed, ({ related = [], ...problem }) => {
        rememberRelatedPlaces(context.sourceCode, name, startOf(problem), related);
        typed.report(problem);
      });
    },
  };
}

/** What the related place says that shows where a signal comes from. */
export const receivedMessage = 'The signal comes from here.';

/** Can the rule find anything in the file? */
function mayFind({ mentions, requiresTypes }: RuleDocs, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  const services = sourceCode.parserServices;
  if (requiresTypes && !services?.program && !pendingTypesOf(services)) return false;
  const mentioned = mentionsOf(sourceCode);
  return mentions.some((text) => mentioned.has(text));
}

/** @returns the related place that shows where a signal comes from, if that is known */
export function receivedHere(source: TSESTree.Node | undefined): RelatedPlace[] {
  return source ? [{ node: source, message: receivedMessage }] : [];
}

/** @returns the address of a rule's page */
function pageOf(rule: string): string {
  return `${pages}/${rule}/${rule}.md`;
}

function startOf(problem: { node?: TSESTree.Node | TSESTree.Token; loc?: unknown }): TSESTree.Position {
  const loc = problem.loc as TSESTree.SourceLocation | TSESTree.Position | undefined;
  if (loc) return 'start' in loc ? loc.start : loc;
  if (!problem.node) throw new TypeError('A report needs a node or a location.');
  return problem.node.loc.start;
}
