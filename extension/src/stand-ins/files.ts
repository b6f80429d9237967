/** For `node:fs` and `node:fs/promises` in a browser: a disk from which nothing can be read. */
function refuse(): never {
  throw new Error('there is no disk');
}

async function refuseLater(): Promise<never> {
  return Promise.reject(new Error('there is no disk'));
}

export {
  refuse as existsSync,
  refuse as isGitIgnoredSync,
  refuse as readFileSync,
  refuseLater as readFile,
  refuseLater as stat,
};
