/** @returns the line break that a text uses, by its first one */
export function newlineOf(text: string): string {
  return /\r\n|[\n\r]/.exec(text)?.[0] ?? '\n';
}
