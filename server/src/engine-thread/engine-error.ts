/** Why a question has no answer: the engine's thread ended, or failed on it. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
