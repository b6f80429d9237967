import { dirname } from 'node:path';
import ts from 'typescript';

// TypeScript's own language service with the program of a project and nothing else, to compare the memory with.
const [config = ''] = process.argv.slice(2);
const commandLine = ts.getParsedCommandLineOfConfigFile(config, undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  },
});
if (!commandLine) throw new Error(`${config} cannot be read.`);
const { options, fileNames } = commandLine;
const service = ts.createLanguageService({
  ...ts.sys,
  useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  getCompilationSettings: () => options,
  getScriptFileNames: () => fileNames,
  getScriptVersion: () => '1',
  getScriptSnapshot: (file) => {
    const text = ts.sys.readFile(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => dirname(config),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
});

process.on('message', (/** @type {{ files: string[] }} */ { files }) => {
  for (const file of files) service.getSemanticDiagnostics(file);
  process.send?.({ count: service.getProgram()?.getSourceFiles().length });
});
