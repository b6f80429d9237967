#!/usr/bin/env node
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { manifest } from './manifest.js';
import { readArguments } from './server-arguments.js';
import { keepCompiledCode } from './support/keep-compiled-code.js';

// The server itself is loaded when it is to serve: TypeScript and ESLint take a second.
const answer = readArguments(process.argv.slice(2), manifest);
if (answer.kind === 'serve') {
  keepCompiledCode();
  // The library finds --stdio and --clientProcessId for itself, and keeps the console off the protocol's stream.
  const connection = createConnection(ProposedFeatures.all);
  void Promise.all([import('./server.js'), import('./platform/node-platform.js')]).then(
    ([{ startServer }, { nodePlatform }]) => {
      startServer(connection, nodePlatform);
    },
  );
} else if (answer.kind === 'say') {
  process.stdout.write(`${answer.text}\n`);
} else {
  process.stderr.write(`${answer.text}\n`);
  process.exitCode = 2;
}
