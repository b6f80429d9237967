/** Where the cursor stands in a text. */
export const cursor = '‸';

/** How the projects are compiled in which a cursor stands: TypeScript and JavaScript alike, with what they have of themselves. */
export const compilerOptions = {
  strict: true,
  allowJs: true,
  checkJs: true,
  target: 'es2023',
  lib: ['es2023', 'dom'],
  module: 'nodenext',
  jsx: 'preserve',
  types: [],
  noEmit: true,
};
