import type { AbortCause, AbortMoment, FunctionName, Maker, Use } from 'eslint-plugin-cancellation/signals';

/** @returns how a text names a function: `load`, the constructor of a class, a callback */
export function functionWords({ kind, name }: FunctionName): string {
  switch (kind) {
    case 'function':
      return `\`${name}\``;
    case 'constructor':
      return name === '' ? 'the constructor' : `the constructor of \`${name}\``;
    case 'callback':
      return name === '' ? 'a callback' : `the callback given to \`${name}\``;
    case 'unnamed':
      return 'this function';
  }
}

/** @returns how a text names a call of a function */
export function calledWords(called: FunctionName): string {
  return called.kind === 'constructor' && called.name !== ''
    ? `\`new ${called.name}\``
    : functionWords(called);
}

/** @returns where a signal comes from */
export function makerWords(maker: Maker): string {
  switch (maker.kind) {
    case 'controller':
      return '`new AbortController()`';
    case 'aborted':
      return '`AbortSignal.abort()`';
    case 'timeout':
      return `\`AbortSignal.timeout(${maker.delay ?? '…'})\``;
    case 'combined': {
      const parts = listed(maker.parts.map((part) => `\`${part}\``));
      return parts === '' ? '`AbortSignal.any()`' : `\`AbortSignal.any()\` of ${parts}`;
    }
    case 'parameter':
      return `parameter \`${maker.text}\` of ${functionWords(maker.owner)}`;
    case 'call':
      return `\`${maker.text}\``;
    case 'import':
      return `\`${maker.name}\`, imported from \`${maker.module}\``;
  }
}

/** @returns what aborts a signal */
export function causeWords(cause: AbortCause): string {
  switch (cause.kind) {
    case 'caller':
      return `whoever calls ${calledWords(cause.owner)}`;
    case 'timeout':
      return cause.delay === undefined ? 'a timeout' : `a timeout of ${durationWords(cause.delay)}`;
    case 'aborted':
      return 'nobody: it is aborted from the start';
    case 'abort':
      return `\`${cause.text}\`${cause.moment ? ` ${momentWords(cause.moment)}` : ''}`;
    case 'holder':
      return cause.name === ''
        ? 'whoever gets the controller'
        : `perhaps \`${cause.name}\`, which is given the controller`;
    case 'nothing':
      return 'nothing in this file';
  }
}

function momentWords(moment: AbortMoment): string {
  switch (moment.kind) {
    case 'timer':
      return moment.delay === undefined ? 'by a timer' : `after ${durationWords(moment.delay)}`;
    case 'process':
      return `on ${listed(moment.events.map((event) => `\`${event}\``))}`;
    case 'event':
      return `on \`${moment.event}\`${moment.target === undefined ? '' : ` of \`${moment.target}\``}`;
    case 'relay':
      return moment.signal === '' ? 'when another signal aborts' : `when \`${moment.signal}\` aborts`;
    case 'function':
      return moment.owner.kind === 'unnamed' ? 'in a function' : `in ${functionWords(moment.owner)}`;
  }
}

/** @returns what a place does with the signal that it gets */
export function useWords({ kind, name, as, within }: Use): string {
  const way = within ? `, in \`${within}\`` : as ? `, as \`${as}\`` : '';
  switch (kind) {
    case 'call':
      return `\`${name}\`${way}`;
    case 'listener':
      return `an \`abort\` listener${as ? ` on \`${as}\`` : ''}`;
    case 'check':
      return lookWords(name, as);
    case 'combined':
      return name === '' ? '`AbortSignal.any`' : `\`${name}\`, by \`AbortSignal.any\``;
    case 'relayed':
      return `\`${name}\`, by an \`abort\` listener`;
    case 'kept':
      return `\`${name}\`${way}`;
    case 'returned':
      return `${name === '' ? 'the caller' : `the caller of \`${name}\``}, as its result`;
  }
}

function lookWords(name: string, as: string | undefined): string {
  const member = as ? `${as}.${name}` : name;
  if (name === 'throwIfAborted') return `\`${member}()\``;
  return name === 'aborted' ? `a check of \`${member}\`` : `a read of \`${member}\``;
}

/** @returns a time in the largest unit that gives few digits */
export function durationWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  const seconds = milliseconds / 1000;
  return seconds < 120 || seconds % 60 !== 0 ? `${seconds} s` : `${seconds / 60} min`;
}

/** `a, b and c` */
function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
