import type { Say } from './report-words.ts';

/** Texts by key, with placeholders `{name}`; plain data that can be sent to a worker. */
export type Words = Readonly<Record<string, string>>;

/** Creates a `Say` from such texts. A placeholder without a parameter stays visible. */
export function sayFrom(words: Words, lang: string): Say {
  const say = (key: string, params: Parameters<Say>[1] = {}): string =>
    (words[key] ?? key).replaceAll(/\{(\w+)\}/g, (place, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : place,
    );
  return Object.assign(say, { lang });
}
