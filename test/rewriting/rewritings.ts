import { expressions } from './expressions.js';
import { functions } from './functions.js';
import type { Rewriting } from './rewriting.js';
import { statements } from './statements.js';

/** Ways to write the same in other words; nothing that is found in a program, or not, may change by them. */
export const rewritings: Readonly<Record<string, Rewriting>> = {
  ...expressions,
  ...functions,
  ...statements,
};
