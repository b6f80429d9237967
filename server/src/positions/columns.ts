const encoder = new TextEncoder();

/**
 * @param line the text of a line
 * @param column how many UTF-16 code units stand before a place in it
 * @returns how many bytes of UTF-8 stand before it
 */
export function toBytes(line: string, column: number): number {
  return encoder.encode(line.slice(0, column)).length;
}

/**
 * @param line the text of a line
 * @param bytes how many bytes of UTF-8 stand before a place in it
 * @returns how many UTF-16 code units stand before it; the start of the character, where the place is inside of one
 */
export function toCodeUnits(line: string, bytes: number): number {
  let [column, before] = [0, 0];
  for (const character of line) {
    before += encoder.encode(character).length;
    if (before > bytes) break;
    column += character.length;
  }
  return column;
}
