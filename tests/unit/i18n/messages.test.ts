import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METERS } from '#case/scoring/model/schemas.ts';
import { translator } from '#i18n/translator.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import { ROOT } from '../../support/builders/the-library.ts';
import { MESSAGE_FILES, type Messages } from '../../support/i18n/message-files.ts';

/** All but what a locale says of itself, which is no text. */
const FILES = MESSAGE_FILES.filter(({ name }) => name !== 'locale.json');

/** Sections in files of debriefs and of kinds. What stands behind them is an id. */
const SECTION = /^(?:criterion|act|handled|issue)\./;
const WITH_SECTIONS = /^(?:kinds\/[\w-]+\/.*|case\/(?:acts|scoring))\.json$/;

/** The words for issues: those that all share, and those of each kind. */
const ISSUES: Messages = Object.fromEntries(
  FILES.flatMap(({ name, messages }) =>
    Object.entries(messages).flatMap(([key, text]) => {
      if (name === 'case/issues.json') return [[key, text] as const];
      return key.startsWith('issue.') && name.endsWith('/about.json')
        ? [[key.slice('issue.'.length), text] as const]
        : [];
    }),
  ),
);

/** Every program text that may ask for a message. */
const SOURCES = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|svelte|astro|mjs)$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
);
const ALL = SOURCES.join('\n');
/** Every quoted word, as literal keys are. */
const QUOTED = new Set([...ALL.matchAll(/(?<=["'`])[\w.:-]+(?=["'`])/g)].map(([word]) => word));

/** Composed keys, as in `rating.${rating}`: anything between the fixed parts. */
const COMPOSED = [...ALL.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)]
  .map(([, template = '']) => {
    const fixed = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${fixed.join('.+')}$`);
  })
  .filter((pattern) => /[a-z]{2}/i.test(pattern.source));

/** A kind of key whose every part is put in: where a meter stands. */
const WHOLLY_COMPOSED = [new RegExp(`^(?:${METERS.join('|')})\\.-?[0-2]$`)];

/** What is asked for by a number: each form of it is said for some. */
const COUNTED = [...ALL.matchAll(/\.count\(\s*(?:'([^']+)'|`([^`]+)`|(\w+))/g)].map(([, plain, composed]) => {
  const fixed = (plain ?? composed ?? '').split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${fixed.join('.+')}\\.(?:zero|one|two|few|many|other)$`);
});

describe('the messages', () => {
  it.each(FILES)('$name contains no unused message', ({ name, messages }) => {
    const asked = (key: string) =>
      QUOTED.has(key) || [...COMPOSED, ...WHOLLY_COMPOSED, ...COUNTED].some((pattern) => pattern.test(key));

    // Any id fits behind a section, so the id itself has to be named somewhere.
    const idOf = (key: string) => (WITH_SECTIONS.test(name) ? key.replace(SECTION, '').replace(/\.what$/, '') : key);

    expect(Object.keys(messages).filter((key) => !asked(idOf(key)))).toEqual([]);
  });

  it.each(FILES)('$name has a text for every key, with well-formed slots', ({ messages }) => {
    for (const [key, text] of Object.entries(messages)) {
      expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
      expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
    }
  });

  it('hold a sentence and a cure for every issue that the program can raise', () => {
    const found = ALL.matchAll(/'((?:scenario|cases|key|schema|library|workshop|yaml|file)\.[a-z][a-z0-9-]*)'/g);
    const raised = new Set([...found].map(([, code = '']) => code).filter((code) => !code.endsWith('.yaml')));

    expect(raised.size).toBeGreaterThan(30);
    expect([...raised].filter((code) => !Object.hasOwn(ISSUES, code))).toEqual([]);
    for (const [code, text] of Object.entries(ISSUES)) expect(`${code}: ${text}`).toMatch(/: .+[.?] [A-Z].+\.$/);
  });
});

describe('the codes that a kind reports', () => {
  const codes = [
    ...KIND_BUILDS.entries().flatMap(([kind, build]) => (build.codes ?? []).map((code) => [kind, code] as const)),
    ...KIND_BUILDS.entries().flatMap(([kind, { key }]) => (key ? [[kind, key.missing] as const] : [])),
  ];

  it.each(codes)('of %s have a sentence and a cure: %s', (kind, code) => {
    expect(ISSUES, `Write words for issue.${code} in src/kinds/${kind}/words/en/about.json.`).toHaveProperty([code]);
  });

  it('are named by some kinds', () => {
    expect(codes.length).toBeGreaterThan(10);
  });
});

describe('t.count', () => {
  const t = translator({
    door: '{count} doors',
    'door.one': 'one door',
    'ad.one': 'one ad of {who}',
    'ad.other': '{count} ads of {who}',
  });

  it('takes the form that goes with the number', () => {
    expect([0, 1, 2].map((n) => t.count('door', n))).toEqual(['0 doors', 'one door', '2 doors']);
    expect([0, 1, 2].map((n) => t.count('ad', n, { who: 'Mira' }))).toEqual([
      '0 ads of Mira',
      'one ad of Mira',
      '2 ads of Mira',
    ]);
  });

  it('writes the number as a reader does, or as it is given', () => {
    expect(t.count('door', 12_345)).toBe('12,345 doors');
    expect(t.count('door', 12_345, { count: 'many' })).toBe('many doors');
  });
});

describe('translator', () => {
  const t = translator({ greet: '{who} has {count} ads and {count} doors.', plain: 'No place.' });

  it('fills every place with its value', () => {
    expect(t('greet', { who: 'Mira', count: 2 })).toBe('Mira has 2 ads and 2 doors.');
    expect(t('plain')).toBe('No place.');
  });

  it('keeps the slot visible for a missing value', () => {
    expect(t('greet', { who: 'Mira' })).toBe('Mira has {count} ads and {count} doors.');
    expect(translator({ odd: '{constructor}' })('odd')).toBe('{constructor}');
  });

  it('takes values as they are', () => {
    expect(t('greet', { who: '$& {count}', count: 0 })).toBe('$& {count} has 0 ads and 0 doors.');
  });
});
