import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { VsCode } from './install-vscode.js';
import type { Profile } from './profile.js';

/** A running VS Code that a browser can show. */
export interface VsCodeServer {
  /** Host and port. */
  address: string;
  stop: () => void;
}

const options = [
  ['--accept-server-license-terms', '--without-connection-token'],
  // A window may be given an extension of its own only with this.
  ['--enable-smoke-test-driver'],
  ['--host', '127.0.0.1', '--port', '0'],
  // The extension host of a window that was lost waits this many seconds for it, and for three hours unless told.
  ['--reconnection-grace-time', '1'],
].flat();

/** Starts VS Code. It stops when it is told to or this process ends. */
export async function startVsCodeServer(vsCode: VsCode, profile: Profile): Promise<VsCodeServer> {
  const server = spawn(vsCode.node, [vsCode.serverMain, ...options, ...profile.options], {
    env: profile.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, to be ended with it: an extension host can outlive its server.
    detached: true,
  });
  const stop = () => {
    process.off('exit', stop);
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
  };
  process.once('exit', stop);

  const output: string[] = [];
  server.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
  for await (const line of createInterface(server.stdout)) {
    output.push(`${line}\n`);
    const port = /listening on (\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    server.stdout.resume();
    return { address: `127.0.0.1:${port}`, stop };
  }
  throw new Error(`VS Code did not start:\n${output.join('')}`);
}
