#!/usr/bin/env node
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { manifest } from './manifest.js';
import { startServer } from './server.js';
import { readArguments } from './server-arguments.js';

const answer = readArguments(process.argv.slice(2), manifest);
if (answer.kind === 'serve') {
  // The library finds --stdio and --clientProcessId for itself, and keeps the console off the protocol's stream.
  startServer(createConnection(ProposedFeatures.all));
} else if (answer.kind === 'say') {
  process.stdout.write(`${answer.text}\n`);
} else {
  process.stderr.write(`${answer.text}\n`);
  process.exitCode = 2;
}
