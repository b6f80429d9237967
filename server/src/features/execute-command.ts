import { ErrorCodes, ResponseError, type LSPAny } from 'vscode-languageserver';
import { checkWorkspace } from '../commands/check-workspace.js';
import { debugInformation } from '../commands/debug-information.js';
import { explainFinding } from '../commands/explain-finding.js';
import { openRulePage } from '../commands/open-rule-page.js';
import {
  debugInformationCommand,
  checkWorkspaceCommand,
  explainFindingCommand,
  openRulePageCommand,
} from '../protocol.js';
import type { Feature, Session } from '../session/session.js';
import { withSignal } from '../support/cancellation.js';

/** What runs when a client asks for a command; throws a ResponseError for arguments that it cannot read. */
type Command = (session: Session, args: readonly LSPAny[], signal: AbortSignal) => Promise<LSPAny>;

const commands = new Map<string, Command>([
  [checkWorkspaceCommand, checkWorkspace],
  [explainFindingCommand, explainFinding],
  [openRulePageCommand, openRulePage],
  [debugInformationCommand, debugInformation],
]);

/** Runs the commands that the server offers to its clients. */
export function executeCommand(session: Session): Feature {
  session.connection.onExecuteCommand(({ command, arguments: args = [] }, token) => {
    const run = commands.get(command);
    if (!run) throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${command}.`);
    return withSignal(token, (signal) => run(session, args, signal));
  });
  return { capabilities: { executeCommandProvider: { commands: [...commands.keys()] } } };
}
