import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** For `node:crypto` in a browser, as far as a text is to be told from others. */
export function hash(_algorithm: 'sha256', text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
