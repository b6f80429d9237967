import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type ts from 'typescript';
import plugin from '../../eslint-plugin/src/index.js';

/** How much work a lint was, in numbers that are the same on every machine. */
export interface Work {
  /** How many nodes ESLint and the rules have gone through, a node counting each time. */
  visits: number;
  /** How many questions TypeScript's checker was asked. */
  typeQueries: number;
}

const linter = new Linter({ cwd: '/' });
const idle: Linter.Config = {
  plugins: { idle: { rules: { idle: { create: () => ({}) } } } },
  rules: { 'idle/idle': 'error' },
};
const configs = { idle, recommended: plugin.configs.recommended, strict: plugin.configs.strict };

/**
 * Lints a text and counts.
 *
 * @param text TypeScript; with a program, what that has for the file
 * @param preset which rules run; idle is one that does nothing
 * @throws an error where the text does not parse, or a rule fails
 */
export function countWork(
  text: string,
  preset: keyof typeof configs,
  typed?: { file: string; program: ts.Program },
): Work {
  const work: Work = { visits: 0, typeQueries: 0 };
  const counting: Linter.Parser = {
    parseForESLint: (code, options: parser.ParserOptions) => {
      const parsed = parser.parseForESLint(code, options);
      const { services, visitorKeys } = parsed;
      return {
        ...parsed,
        // All who go through the children of a node ask for their names.
        visitorKeys: counted(visitorKeys, () => (work.visits += 1)),
        services: services.program
          ? { ...services, program: withCountedQueries(services.program, work) }
          : services,
      } as unknown as Linter.ESLintParseResult;
    },
  };
  const config: Linter.Config = {
    ...configs[preset],
    files: ['**/*.ts'],
    languageOptions: { parser: counting, parserOptions: typed ? { programs: [typed.program] } : {} },
  };
  const messages = linter.verify(text, [config], { filename: typed?.file ?? 'text.ts' });
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return work;
}

function withCountedQueries(program: ts.Program, work: Work): ts.Program {
  const checker = counted(program.getTypeChecker(), () => (work.typeQueries += 1));
  return new Proxy(program, {
    get: (target, name): unknown => (name === 'getTypeChecker' ? () => checker : Reflect.get(target, name)),
  });
}

/** @returns the same object, which tells of each property that is read */
function counted<Value extends object>(value: Value, onRead: () => void): Value {
  return new Proxy(value, {
    get(target, name): unknown {
      onRead();
      return Reflect.get(target, name);
    },
  });
}
