#!/usr/bin/env node
import { Console } from 'node:console';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { manifest } from './manifest.js';
import { translatedStreams } from './positions/translated-streams.js';
import { readArguments } from './server-arguments.js';
import { keepCompiledCode } from './support/keep-compiled-code.js';
import { reasonOf } from './support/reason-of.js';

// The server itself is loaded when it is to serve: TypeScript and ESLint take a second.
const answer = readArguments(process.argv.slice(2), manifest);
if (answer.kind === 'serve') {
  keepCompiledCode();
  // What a library prints must not get into the protocol's stream.
  globalThis.console = new Console(process.stderr);
  const { reader, writer } = translatedStreams(process.stdin, process.stdout);
  // The library finds --clientProcessId for itself.
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  // The protocol has no answer to what is no message; the line tells whoever writes a client why there is none.
  reader.onError((error) => {
    process.stderr.write(`${manifest.name}: a message cannot be read: ${reasonOf(error)}.\n`);
  });
  reader.onClose(() => {
    // Gone without a goodbye.
    process.exit(1);
  });
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
