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
  {
    name: 'Emacs with Eglot',
    program: 'emacs',
    versionArgs: ['-q', '--batch', '-l', 'eglot', '--eval', elispVersions()],
    args: ['-q', '--batch', '-l', file('emacs/cancellation.el'), '-l', file('emacs/scenario.el')],
  },
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

function elispVersions(): string {
  return `(progn (require 'lisp-mnt) (princ (format "Emacs %s with Eglot %s" emacs-version (lm-version (locate-library "eglot.el")))))`;
}
