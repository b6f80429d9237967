/** Tries an operation again where it fails, up to a number of times. */
export async function retry<Value>(
  attempts: number,
  operation: (signal: AbortSignal) => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  let lastError: unknown;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await operation(signal);
    } catch (error) {
      lastError = error;
    }
  }
  throw lastError;
}
