/** @returns the code with one edit made */
export function applied(code: string, { range, text }: { range: [number, number]; text: string }): string {
  return code.slice(0, range[0]) + text + code.slice(range[1]);
}
