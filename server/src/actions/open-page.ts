import { atOnce, type ActionProducer } from './action-request.js';
import { openRulePageCommand } from '../protocol.js';
import { rulesOf } from './rules-of-diagnostics.js';

/** Shows the page of a rule, where the client can open an address. */
export const openPage: ActionProducer = {
  kind: 'quickfix.cancellation.open-page',
  needs: 'diagnostics',
  produce: atOnce(({ client, diagnostics: all }) => {
    if (!client.opensAddresses) return [];
    return rulesOf(all).map(({ rule, diagnostics }) => {
      const title = `Open the page of ${rule}`;
      return { title, diagnostics, command: { title, command: openRulePageCommand, arguments: [rule] } };
    });
  }),
};
