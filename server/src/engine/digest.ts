import { hash } from 'node:crypto';

/** @returns a word that two texts share only where they are the same */
export function digestOf(text: string): string {
  return hash('sha256', text, 'base64url');
}
