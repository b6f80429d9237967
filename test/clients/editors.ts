import path from 'node:path';

/** An editor that can be driven without a screen. */
export interface Editor {
  name: string;
  program: string;
  /** Says the version, or fails where the editor has no client of the protocol. */
  versionArgs: readonly string[];
  /** Loads what a user writes, then the scenario. */
  args: readonly string[];
}

const vimVersion = "printf('%d.%d', v:version / 100, v:version % 100)";

export const editors: readonly Editor[] = [
  {
    name: 'Neovim',
    program: 'nvim',
    versionArgs: ['--version'],
    args: [
      ...['--headless', '-i', 'NONE', '-n', '-u', file('neovim/cancellation.lua')],
      ...['-c', `luafile ${file('neovim/scenario.lua')}`],
    ],
  },
  emacs('Eglot', 'eglot'),
  emacs('lsp-mode', 'lsp-mode'),
  {
    name: 'Vim with ALE',
    program: 'vim',
    versionArgs: [
      ...['-N', '-u', 'NONE', '-i', 'NONE', '-es'],
      ...['-c', 'try | packadd ale | catch | cquit | endtry'],
      ...['-c', `execute 'silent !echo Vim' ${vimVersion} 'with ALE'`, '-c', 'qall!'],
    ],
    args: [
      ...['-N', '-i', 'NONE', '-n', '--not-a-term', '-u', file('vim/cancellation.vim')],
      ...['-S', file('vim/scenario.vim')],
    ],
  },
];

function file(name: string): string {
  return path.join(import.meta.dirname, name);
}

function emacs(client: string, library: string): Editor {
  const version = `(lm-version (locate-library "${library}.el"))`;
  const versions = `(progn (require 'lisp-mnt) (princ (format "Emacs %s with ${client} %s" emacs-version ${version})))`;
  const files = [`emacs/${library}.el`, `emacs/with-${library}.el`, 'emacs/scenario.el'];
  return {
    name: `Emacs with ${client}`,
    program: 'emacs',
    versionArgs: ['-q', '--batch', '-l', library, '--eval', versions],
    // In a batch, Emacs activates packages only when it is told to.
    args: ['-q', '--batch', '-f', 'package-activate-all', ...files.flatMap((name) => ['-l', file(name)])],
  };
}
