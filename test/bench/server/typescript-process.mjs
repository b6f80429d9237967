import { dirname } from 'node:path';
import ts from 'typescript';

// TypeScript's own language service with the program of a project and nothing else, which is given the same edits, to compare
// the memory with.
const [config = ''] = process.argv.slice(2);
const commandLine = ts.getParsedCommandLineOfConfigFile(config, undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  },
});
if (!commandLine) throw new Error(`${config} cannot be read.`);
const { options, fileNames } = commandLine;
/** @type {Map<string, { text: string, version: number }>} */
const edited = new Map();
const service = ts.createLanguageService({
  ...ts.sys,
  useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  getCompilationSettings: () => options,
  getScriptFileNames: () => fileNames,
  getScriptVersion: (file) => String(edited.get(file)?.version ?? 0),
  getScriptSnapshot: (file) => {
    const text = edited.get(file)?.text ?? ts.sys.readFile(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => dirname(config),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
});

process.on('message', (/** @type {{ file: string, text: string }} */ { file, text }) => {
  edited.set(file, { text, version: (edited.get(file)?.version ?? 0) + 1 });
  const count = service.getSemanticDiagnostics(file).length;
  process.send?.({ count });
});
