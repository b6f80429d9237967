/** How long an answer to a key may take before one presses it again. */
export const soon = { timeout: 5_000 };

/** @returns whether a state is reached that is waited for with a limit */
export async function isReached(state: Promise<void>): Promise<boolean> {
  return state.then(
    () => true,
    () => false,
  );
}
