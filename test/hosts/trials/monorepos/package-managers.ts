import { recipesOf } from './recipes.js';

/** What installs a monorepo. */
export interface PackageManager {
  /** Its package. */
  packages: Readonly<Record<string, string>>;
  /** The script that Node runs, in node_modules. */
  script: string;
  /** What comes before a command of an installed package. */
  exec: readonly string[];
  /** How a package asks for another one of the monorepo. */
  range: string;
  /** The script `lint` of a package. */
  lint: string;
  /** What the package.json at the top has besides. @param plugin the path of the plugin's tarball */
  manifest?(plugin: string): object;
  /** What stands beside that: contents by path. */
  files?(plugin: string): Record<string, string>;
}

const workspaces = ['packages/*'];
const [forPnpm = '', forYarn = ''] = recipesOf('hosts.md', 'pnpm and Yarn');

function withPlugin(recipe: string, plugin: string): string {
  return recipe.replace('<path of the tarball>', plugin);
}

export const npm: PackageManager = {
  packages: { npm: '11.21.2' },
  script: 'npm/bin/npm-cli.js',
  exec: ['exec', '--no', '--'],
  range: '*',
  lint: 'eslint src',
  manifest: () => ({ workspaces, packageManager: 'npm@11.21.2' }),
};

/** @param extension that of its script, which differs by its major */
export function pnpm(version: string, extension: 'cjs' | 'mjs'): PackageManager {
  return {
    packages: { pnpm: version },
    script: `pnpm/bin/pnpm.${extension}`,
    exec: ['exec'],
    range: 'workspace:*',
    lint: 'eslint src',
    files: (plugin) => ({
      'pnpm-workspace.yaml': `packages: ${JSON.stringify(workspaces)}\n${withPlugin(forPnpm, plugin)}\n`,
    }),
  };
}

export const yarn: PackageManager = {
  packages: { '@yarnpkg/cli-dist': '4.18.1' },
  script: '@yarnpkg/cli-dist/bin/yarn.js',
  exec: [],
  range: 'workspace:*',
  lint: 'run -T eslint src',
  manifest: (plugin) => ({ workspaces, ...(JSON.parse(withPlugin(forYarn, plugin)) as object) }),
  files: () => ({ '.yarnrc.yml': 'enableTelemetry: false\n' }),
};
