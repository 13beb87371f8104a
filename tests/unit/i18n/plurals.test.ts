import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';
import { MESSAGE_FILES, messagesIn } from '../../support/i18n/message-files.ts';
import { NEVER_ONE } from './never-one.ts';
import { countedIn, withoutOne } from './plurals.ts';

/** Most messages that the list may have. Whoever takes one off lowers it. */
const MAX_LISTED = 151;

const FOUND = MESSAGE_FILES.flatMap(({ name, messages }) =>
  [...withoutOne(messages)].map(([key, counted]) => ({ file: name.replace('.json', ''), key, counted })),
);

/** Keys that the code asks for without a number, although they count something and have a form for one. */
function askedWithoutNumber(code: string, messages: Readonly<Record<string, string>>): string[] {
  const counted = Object.keys(messages).filter(
    (key) => Object.hasOwn(messages, `${key}.one`) && countedIn(messages[key] ?? '').length > 0,
  );
  return counted.filter((key) => new RegExp(`(?<!\\.count)\\(\\s*'${key.replaceAll('.', '\\.')}'[,)]`).test(code));
}

const listed = Object.entries(NEVER_ONE).flatMap(([file, keys]) => Object.keys(keys).map((key) => `${file} ${key}`));

describe('a plural after a number', () => {
  it('has a form for one beside it, or a listed reason why the number is never 1', () => {
    const missing = FOUND.filter(({ file, key }) => NEVER_ONE[file]?.[key] === undefined);

    expect(missing, 'Write <key>.one, and ask for it with t.count(key, number).').toEqual([]);
  });

  it('is listed only where it stands, and the list does not grow', () => {
    const found = new Set(FOUND.map(({ file, key }) => `${file} ${key}`));

    expect(listed.filter((one) => !found.has(one))).toEqual([]);
    expect(listed.length).toBeLessThanOrEqual(MAX_LISTED);
  });
});

describe('a message with a form for one', () => {
  const wordsOf = (code: string) => [...code.matchAll(/#words\/([\w/-]+\.json)/g)].map(([, name = '']) => name);

  it('is asked for with a number', () => {
    const asked = ['src', 'scripts'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|svelte|astro)$/.test(name))
        .flatMap((name) => {
          const code = readFileSync(join(ROOT, folder, name), 'utf8');
          const keys = wordsOf(code).flatMap((words) => askedWithoutNumber(code, messagesIn(words)));
          return keys.map((key) => `${folder}/${name}: ${key}`);
        }),
    );

    expect(asked).toEqual([]);
  });

  it('is found where it is asked for without one', () => {
    const messages = { ads: '{count} ads', 'ads.one': '1 ad', up: 'Move up', 'up.one': 'Move {site} up' };

    expect(askedWithoutNumber("t('ads', { count })", messages)).toEqual(['ads']);
    expect(askedWithoutNumber("t.count('ads', count); t('up'); t('ads.list')", messages)).toEqual([]);
  });
});

describe('the search for plurals without a form for one', () => {
  const counts = (messages: Record<string, string>) => Object.fromEntries(withoutOne(messages));

  it('finds what stands after a number, with a word between and without', () => {
    expect(
      counts({
        list: '{count} ads in the list',
        flagged: '{n} of {flagged} flagged ads captured',
        read: '{records} WARC records read',
        held: 'The room holds {most} people.',
      }),
    ).toEqual({ list: '{count} ads', flagged: '{flagged} ads', read: '{records} records', held: '{most} people' });
  });

  it('takes a message with a form for one, whether or not the other form has a name', () => {
    expect(
      counts({ ad: '{count} ads', 'ad.one': '1 ad', sign: '{count} signs', 'sign.other': '{count} signs' }),
    ).toEqual({ sign: '{count} signs', 'sign.other': '{count} signs' });
    expect(counts({ 'ad.other': '{count} ads', 'ad.one': '1 ad' })).toEqual({});
  });

  it('passes over verbs, over words that are no nouns, and over numbers that count nothing', () => {
    expect(
      counts({
        site: '{site} publishes {copy}.',
        done: '{done} of 20',
        as: 'Report {copy} as {reporter}',
        list: 'ads: {count}',
        rank: 'Place {place} is less pressing.',
      }),
    ).toEqual({});
  });
});
