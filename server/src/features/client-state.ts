import {
  eslintExtensionNotification,
  trustNotification,
  type EslintExtensionParams,
  type TrustParams,
} from '../protocol.js';
import type { Feature, Session } from '../session/session.js';

/** Follows what only the client knows: whether the workspace is trusted, and whether its ESLint extension is there. */
export function clientState({ connection, clientState: state, eslintConfigs, checks }: Session): Feature {
  connection.onNotification(trustNotification, (params: Partial<TrustParams>) => {
    // Anything but a plain yes is none.
    state.isTrusted = params.trusted === true;
    if (!state.isTrusted) eslintConfigs.forget();
    checks.outdate();
  });
  connection.onNotification(eslintExtensionNotification, ({ active }: EslintExtensionParams) => {
    state.isEslintShown = active;
    checks.outdate();
  });
  eslintConfigs.onAnswer(() => {
    checks.outdate();
  });
  return { capabilities: {} };
}
