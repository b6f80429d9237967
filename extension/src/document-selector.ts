import { workspace, type Disposable } from 'vscode';

const languages = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];

/** In a session of Live Share the editor that shares shows its findings to its guests. */
const sharedScheme = 'vsls';

/**
 * The documents that the server checks: files, unsaved ones, and those of the virtual folders that are open. Other addresses are the
 * old sides of comparisons, cells of notebooks, output and the like.
 */
export function documentSelector(): { scheme: string; language: string }[] {
  const ofFolders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = new Set(['file', 'untitled', ...ofFolders]);
  schemes.delete(sharedScheme);
  return [...schemes].flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}

/** Calls back when other documents are meant than before: the first virtual folder of its kind has come, or the last one gone. */
export function onSelectorChange(callBack: () => void): Disposable {
  let known = JSON.stringify(documentSelector());
  return workspace.onDidChangeWorkspaceFolders(() => {
    const present = JSON.stringify(documentSelector());
    if (present === known) return;
    known = present;
    callBack();
  });
}
