const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** The documents that the server checks. */
export const documentSelector = ['file', 'untitled'].flatMap((scheme) =>
  languages.map((language) => ({ scheme, language })),
);
