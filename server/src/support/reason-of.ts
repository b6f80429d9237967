import { getSystemErrorMap } from 'node:util';

/** @returns why something failed, in a few words and without a stack trace or a full stop */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { errno } = error as NodeJS.ErrnoException;
  const system = errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
  return (system ?? error.message.split('\n')[0] ?? '').replace(/\.$/, '');
}
