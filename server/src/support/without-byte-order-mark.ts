/** @returns a text as ESLint and TypeScript read it, without the byte order mark that it may begin with */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
