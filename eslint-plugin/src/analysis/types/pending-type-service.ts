import type { PendingTypes } from './pending-types.js';
import { noTypes, type TypeService } from './types.js';

/** The type service of a file whose types come later: it asks for them at the first question, and knows nothing where they are not to be had yet. */
export function pendingTypeService(pending: PendingTypes): TypeService {
  /** A question about nothing is none. */
  function late<Node, Known>(choose: (from: TypeService) => (nodes: readonly Node[]) => Known) {
    return (nodes: readonly Node[]): Known =>
      choose((nodes.length > 0 ? pending.ask() : undefined) ?? noTypes)(nodes);
  }

  return {
    areSignals: late(({ areSignals }) => areSignals),
    areControllers: late(({ areControllers }) => areControllers),
    returnPromises: late(({ returnPromises }) => returnPromises),
    signalSlots: late(({ signalSlots }) => signalSlots),
    offeredSignals: late(({ offeredSignals }) => offeredSignals),
    carrySignals: late(({ carrySignals }) => carrySignals),
    valueKinds: late(({ valueKinds }) => valueKinds),
    providedSignals: late(({ providedSignals }) => providedSignals),
  };
}
