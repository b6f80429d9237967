/**
 * @param {number} bytes
 * @returns {string} the size for a person to read
 */
export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
