import type { Say } from './report-words.ts';

/** Texts by their keys, with places written `{name}`, as they can be sent to a worker. */
export type Words = Readonly<Record<string, string>>;

/** Words that were sent as data, as a `Say`. A place that no parameter fills stays visible. */
export function sayFrom(words: Words, lang: string): Say {
  const say = (key: string, params: Parameters<Say>[1] = {}): string =>
    (words[key] ?? key).replaceAll(/\{(\w+)\}/g, (place, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : place,
    );
  return Object.assign(say, { lang });
}
