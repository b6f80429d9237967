import type { Hover, HoverParams } from 'vscode-languageserver';
import { HoverText } from '../hover/hover-text.js';
import { findRuleHover } from '../hover/rule-hover.js';
import { findRuleMention } from '../hover/rule-mention.js';
import { signalHover } from '../hover/signal-hover.js';
import { findCheckTask } from '../session/check-task.js';
import type { Feature, Session } from '../session/session.js';
import { withSignal } from '../support/cancellation.js';

/** Says what is known of a signal or controller, and of a rule that a comment names. */
export function hover(session: Session): Feature {
  session.connection.onHover((params, token) =>
    withSignal(token, (signal) => findHover(session, params, signal)),
  );
  return { capabilities: { hoverProvider: true } };
}

/** Without one of these words there is neither in a file. */
const speaksOfSignals = /abort|signal/i;

async function findHover(session: Session, params: HoverParams, signal: AbortSignal): Promise<Hover | null> {
  const { uri } = params.textDocument;
  const open = session.documents.get(uri);
  if (!open) return null;
  const { version } = open;
  const content = open.getText();
  const offset = open.offsetAt(params.position);
  const text = new HoverText(session.client.showsMarkdown);

  const mention = findRuleMention(content, offset);
  if (mention) {
    const range = { start: open.positionAt(mention.start), end: open.positionAt(mention.end) };
    const contents = await findRuleHover(
      mention.rule,
      { text, readPage: session.platform.readRulePage },
      signal,
    );
    return contents && open.version === version ? { range, contents } : null;
  }
  if (!isInWord(content, offset) || !speaksOfSignals.test(content)) return null;
  const task = await findCheckTask(session, uri, signal);
  if (task?.version.version !== version) return null;
  const { types, maximumBytes } = task.options;
  const described = await session.engine.describeSignal(
    { ...task.document, offset },
    { types, maximumBytes, signal },
  );
  return described && open.version === version ? signalHover(described, uri, text) : null;
}

/** Is there a letter of a name on one side? */
function isInWord(text: string, offset: number): boolean {
  return /[\p{ID_Continue}$#]/u.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
