import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Brings the working copy to where its commands can run: installs what package-lock.json asks for and compiles
 * what has changed. Says on standard error what it waits for; ends the process with 2 where a step fails.
 */
export async function setUp() {
  if (!isInstalled()) await step('Installing the dependencies', ...npm('ci', '--loglevel=error'));
  await build();
}

/** Compiles the plugin, the server and the shell command, as far as they have changed, and bundles them. */
export async function build() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await step('Building', process.execPath, [tsc, '-b', 'server']);
  await step('Bundling', process.execPath, [join(root, 'scripts', 'bundle.mjs')]);
}

/**
 * Runs a command of Node's in the foreground. Ctrl+C is the command's business: this process outlives it and reports
 * its end.
 *
 * @param {readonly string[]} args the script and its arguments
 * @param {import('node:child_process').SpawnOptions} [options] where and how it runs
 * @returns {Promise<number>} its exit code; 128 and the signal's number where a signal ended it
 */
export async function runNode(args, options = {}) {
  const leaveToCommand = () => undefined;
  process.on('SIGINT', leaveToCommand);
  try {
    return await exitCodeOf(spawn(process.execPath, args, { stdio: 'inherit', ...options }));
  } finally {
    process.off('SIGINT', leaveToCommand);
  }
}

/** @returns {boolean} whether node_modules is there and at least as new as package-lock.json */
function isInstalled() {
  const installed = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/**
 * npm as this process was started by it, because `npm` on the path can be a script that only a shell can run.
 *
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
function npm(...args) {
  const script = process.env.npm_execpath;
  return script ? [process.execPath, [script, ...args]] : ['npm', [...args]];
}

/**
 * @param {string} title what the user waits for
 * @param {string} command
 * @param {readonly string[]} args
 */
async function step(title, command, args) {
  process.stderr.write(`${title} ... `);
  const started = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  const code = await exitCodeOf(child).catch((/** @type {unknown} */ error) => {
    output += String(error);
    return 2;
  });
  if (code !== 0) {
    process.stderr.write(`failed:\n${output.trimEnd()}\n`);
    process.exit(2);
  }
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(signal ? 128 + constants.signals[signal] : (code ?? 2));
    });
  });
}
