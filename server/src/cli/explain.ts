import process from 'node:process';
import type { Command } from 'commander';
import { fullRuleId, isRuleId } from '../engine/rule-selection.js';
import { exitCode, type ExitCode } from './exit-code.js';
import { painter, wantsColour } from './paint.js';
import { unknownRule } from './rules/rule-names.js';
import { readRulePage } from '../engine/rule-page.js';
import { ruleTable } from './rules/rule-table.js';
import { terminalPage } from './rules/terminal-page.js';

/**
 * Adds the verb `explain` to the command.
 *
 * @param program the command
 * @param signal stops it
 */
export function addExplain(program: Command, signal: AbortSignal): void {
  program
    .command('explain')
    .summary('explain a rule, or list all rules')
    .description(
      'Prints what a rule reports and why, with examples and its fixes: laid out on a terminal, as Markdown elsewhere. Without a rule, it lists all of them.',
    )
    .argument('[rule]', 'its id, with or without cancellation/')
    .addHelpText(
      'after',
      `
Examples:
  cancellation-lint explain
  cancellation-lint explain no-swallowed-abort
  cancellation-lint explain cancellation/forward-abort-signal > page.md`,
    )
    .action(async (rule: string | undefined) => {
      process.exitCode = await explain(rule, signal);
    });
}

async function explain(rule: string | undefined, signal: AbortSignal): Promise<ExitCode> {
  const { stdout } = process;
  const isColoured = wantsColour(stdout, process.env);
  if (rule === undefined) {
    stdout.write(ruleTable(painter(isColoured)));
    return exitCode.noFindings;
  }
  const id = fullRuleId(rule);
  if (!isRuleId(id)) {
    console.error(`error: ${unknownRule(rule)}`);
    return exitCode.trouble;
  }
  const page = await readRulePage(id, signal);
  stdout.write(stdout.isTTY ? terminalPage(page, { width: stdout.columns, isColoured }) : page);
  return exitCode.noFindings;
}
