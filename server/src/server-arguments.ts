import { parseArgs } from 'node:util';
import { reasonOf } from './support/reason-of.js';

/** What the command line asks for. */
export type Answer = { kind: 'serve' } | { kind: 'say' | 'refuse'; text: string };

const help = `Usage: cancellation-language-server --stdio

Finds cancellation bugs in JavaScript and TypeScript, for editors that speak the Language Server Protocol.

  --stdio                 talk over standard input and output
  --clientProcessId <id>  exit when this process is gone
  --version               print the version
  --help                  print this text`;

/**
 * @param args the arguments after the program's name
 * @param manifest what the server is called, and its version
 * @returns what to do; a refusal says in one line what is wrong with the arguments
 */
export function readArguments(args: readonly string[], manifest: { name: string; version: string }): Answer {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stdio: { type: 'boolean' },
        clientProcessId: { type: 'string' },
        version: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return { kind: 'say', text: help };
    if (values.version) return { kind: 'say', text: manifest.version };
    if (values.stdio) return { kind: 'serve' };
    return refusal(manifest.name, 'say how to talk to the client, with --stdio');
  } catch (error) {
    return refusal(manifest.name, reasonOf(error));
  }
}

function refusal(name: string, reason: string): Answer {
  return { kind: 'refuse', text: `${name}: ${reason}. See ${name} --help.` };
}
