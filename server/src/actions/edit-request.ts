import path from 'node:path';
import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { directiveStyle } from '../config/directive-style.js';
import type { DocumentConfig } from '../config/document-config.js';
import { engineSettings } from '../config/engine-settings.js';
import { hasAutomaticFixes } from '../engine/rule-selection.js';
import type { Session } from '../session/session.js';
import type { Refactoring } from '../engine/refactor/refactoring.js';
import type { EditRequest } from './action-request.js';

/** @returns what edits of an open document can be worked out from; of one that is not checked, nothing comes */
export function editRequestOf(session: Session, document: TextDocument, signal: AbortSignal): EditRequest {
  const { client, log, engine, checks, documents, documentConfigs, findTarget } = session;
  const target = findTarget(document);
  const source = target && { file: target.file, text: document.getText() };
  const known = new Map<string, Promise<Refactoring[]>>();

  function optionsOf(config: DocumentConfig) {
    return { ...engineSettings(config, target?.mayHaveTypes === true), signal };
  }

  async function findRefactorings({ start, end }: Range): Promise<Refactoring[]> {
    if (!source) return [];
    const place = { ...source, start: document.offsetAt(start), end: document.offsetAt(end) };
    const config = await documentConfigs.of(document.uri, signal);
    if (!config.isChecked) return [];
    return (await engine.refactorings(place, optionsOf(config))) ?? [];
  }

  async function findDisableEdits(about: { rule: string; offset: number }) {
    if (!source) return undefined;
    const config = await documentConfigs.of(document.uri, signal);
    const style = directiveStyle(config, about.rule);
    return engine.disableEdits({ ...source, ...about, style }, optionsOf(config));
  }

  async function thread(name: number) {
    if (!source) return undefined;
    const config = await documentConfigs.of(document.uri, signal);
    return engine.threadSignal({ ...source, name }, optionsOf(config));
  }

  return {
    client,
    log,
    document,
    signal,
    mayHaveFixes: async (until) =>
      hasAutomaticFixes((await documentConfigs.of(document.uri, until)).selection),
    check: (until) => checks.completeCheck(document.uri, until),
    disableEdits: findDisableEdits,
    threadSignal: thread,
    findOpen: (file) =>
      documents.all().find((each) => {
        const open = findTarget(each);
        return open?.mayHaveTypes === true && path.relative(open.file, file) === '';
      }),
    // All refactorings of a place are found at once.
    refactorings: (range) => {
      const key = JSON.stringify(range);
      const found = known.get(key) ?? findRefactorings(range);
      known.set(key, found);
      return found;
    },
  };
}
