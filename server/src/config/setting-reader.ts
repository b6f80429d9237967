import { closest, distance } from 'fastest-levenshtein';

/** What a setting may hold, in words for whoever wrote something else, and as a test. */
export interface SettingKind<Value> {
  expected: string;
  is(value: unknown): value is Value;
}

/** One of a few words. */
export function oneOf<const Choice extends string>(choices: readonly Choice[]): SettingKind<Choice> {
  return {
    expected: choices.map(shown).join(' or '),
    is: (value): value is Choice => choices.some((choice) => choice === value),
  };
}

export const trueOrFalse: SettingKind<boolean> = {
  expected: 'true or false',
  is: (value) => typeof value === 'boolean',
};

export const listOfStrings: SettingKind<readonly string[]> = {
  expected: 'a list of strings',
  is: (value): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};

export const positiveNumber: SettingKind<number> = {
  expected: 'a number above 0',
  is: (value): value is number => typeof value === 'number' && value > 0,
};

/** Reads single settings from a section as a client sends it, and keeps what is wrong with them, one sentence each. */
export class SettingReader {
  readonly #name: string;
  readonly #section: unknown;
  readonly #problems: string[] = [];
  readonly #known = new Set<string>();

  /**
   * @param name what the section is called
   * @param section whatever the client sent
   * @param foreign settings in it that others read
   */
  constructor(name: string, section: unknown, foreign: readonly string[]) {
    this.#name = name;
    this.#section = section;
    for (const key of foreign) this.#known.add(key);
  }

  /**
   * @param key the setting's name in the section, with dots
   * @returns its value; the fallback where it is missing or wrong
   */
  read<Value>(key: string, kind: SettingKind<Value>, fallback: Value): Value {
    const value = this.#find(key);
    if (kind.is(value)) return value;
    if (!isMissing(value)) this.report(this.#wrong(key, value, kind.expected));
    return fallback;
  }

  /** @returns the names and values of a setting that is an object; none where it is missing or wrong */
  readEntries(key: string): [string, unknown][] {
    const value = this.#find(key);
    if (isObject(value)) return Object.entries(value);
    if (!isMissing(value)) this.report(this.#wrong(key, value, 'an object'));
    return [];
  }

  /** Keeps a problem that the reader cannot see by itself. */
  report(problem: string): void {
    if (!this.#problems.includes(problem)) this.#problems.push(problem);
  }

  /** @returns all that is wrong; once everything was read, so that what is left is unknown */
  problems(): readonly string[] {
    this.#reportUnknown(this.#section, '');
    return this.#problems;
  }

  /** A name with dots may stand for nested objects, as editors have it in their settings. */
  #find(key: string): unknown {
    this.#known.add(key);
    if (isObject(this.#section) && !isMissing(this.#section[key])) return this.#section[key];
    const names = key.split('.');
    let value = this.#section;
    for (const [index, name] of names.entries()) {
      if (isMissing(value)) return undefined;
      if (!isObject(value)) {
        this.report(this.#wrong(names.slice(0, index).join('.'), value, 'an object'));
        return undefined;
      }
      value = value[name];
    }
    return value;
  }

  #reportUnknown(section: unknown, prefix: string): void {
    if (!isObject(section)) return;
    for (const [name, value] of Object.entries(section)) {
      const key = `${prefix}${name}`;
      if (this.#known.has(key)) continue;
      if ([...this.#known].some((known) => known.startsWith(`${key}.`)))
        this.#reportUnknown(value, `${key}.`);
      else this.report(`${this.#full(key)} is no setting${this.#question(key)}`);
    }
  }

  #question(key: string): string {
    const groups = [...this.#known].map((known) => known.split('.').slice(0, -1).join('.'));
    const nearest = closest(key, [...this.#known, ...groups]);
    return isNear(key, nearest) ? `; did you mean ${this.#full(nearest)}?` : '.';
  }

  #wrong(key: string, value: unknown, expected: string): string {
    return wrongValue(this.#full(key), value, expected);
  }

  #full(key: string): string {
    return key === '' ? this.#name : `${this.#name}.${key}`;
  }
}

/** @returns what is wrong with a value, in a sentence */
export function wrongValue(name: string, value: unknown, expected: string): string {
  return `${name} is ${shown(value)}, but has to be ${expected}; the default is used.`;
}

/** @returns a question after the name that is meant, where one of those that there are is near enough */
export function didYouMean(name: string, names: readonly string[]): string {
  const nearest = closest(name, [...names]);
  return isNear(name, nearest) ? ` Did you mean ${shown(nearest)}?` : '';
}

function isNear(name: string, other: string): boolean {
  return distance(name, other) <= name.length / 2;
}

/** @returns a value as it is written in settings */
export function shown(value: unknown): string {
  return JSON.stringify(value);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
