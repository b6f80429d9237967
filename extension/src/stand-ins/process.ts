/** What the parser asks of Node's `process` before it parses a text. */
export const process = { env: {}, argv: [], platform: 'browser', cwd: () => '/' };
