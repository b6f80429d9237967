import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { TrialProject } from './trial-project.js';

const hello = {
  protocolVersion: '2025-03-26',
  capabilities: {},
  clientInfo: { name: 'trial', version: '1' },
};
const limit = 120_000;

/** A message of a server of the Model Context Protocol, which come one a line. */
interface Answer {
  id?: number;
  result?: unknown;
}

/**
 * Starts a server of the Model Context Protocol, and calls one of its tools.
 *
 * @param server the package whose command it is
 * @returns what the tool answers
 * @throws an error where the server ends before it answers
 */
export async function callTool(
  project: TrialProject,
  server: string,
  tool: string,
  given: object,
): Promise<unknown> {
  const child = spawn(process.execPath, [await project.scriptOf(server)], {
    cwd: project.folder,
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: limit,
  });
  function send(message: object): void {
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
  send({ id: 1, method: 'initialize', params: hello });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const { id, result } = JSON.parse(line) as Answer;
      if (id === 2) return result;
      send({ method: 'notifications/initialized' });
      send({ id: 2, method: 'tools/call', params: { name: tool, arguments: given } });
    }
    throw new Error(`${server} ended before it answered.`);
  } finally {
    child.kill();
  }
}
