/** @returns a number with its noun, as in `1 file` and `2 files` */
export function countOf(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
