import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { ACTOR_TYPES } from '#market/ads/model/actor-types.ts';
import { LexiconSchema } from '#market/ads/model/schemas.ts';
import { loadIsRealPlace } from '../../scripts/authoring/gazetteer.ts';

const isRealPlace = loadIsRealPlace();

const PATH = 'content/lexicon/en.yaml';
const SOURCE = readFileSync(PATH, 'utf8');
const read = readYaml(SOURCE, PATH);
if (!read.ok) throw new Error(`${PATH} is no YAML: ${JSON.stringify(read.issues[0])}`);
const lexicon = LexiconSchema.parse(read.value.value);

const WITHHELD = ['pm-age-contradiction', 'pm-age-edited', 'pm-school-context', 'pm-missing-notice', 'pm-local-symbol'];

/** Every text of the file, with the place where it stands. */
function texts(value: unknown, at = ''): { at: string; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, at ? `${at}/${key}` : key));
}

const ALL = texts(lexicon);
const below = (...folders: string[]) => ALL.filter(({ at }) => folders.some((folder) => at.startsWith(`${folder}/`)));
const generated = below('withheld', 'rooms');
const where = (found: { at: string; text: string }[]) => found.map(({ at, text }) => `${at}: ${text}`);

describe('the English lexicon', () => {
  it('has withheld facts and words for the debrief for each of their ids', () => {
    expect(Object.keys(lexicon.withheld).toSorted()).toEqual(WITHHELD.toSorted());
    expect(Object.keys(lexicon.why).toSorted()).toEqual([...ACTOR_TYPES, 'withheld'].toSorted());
  });

  it('has no slots: what the market decides stands in the lines of genres', () => {
    expect(where(ALL.filter(({ text }) => /[{}]/.test(text)))).toEqual([]);
  });

  it('has as many names, houses and employers as a large market needs, each once', () => {
    const pools: [readonly string[], number][] = [
      [lexicon.names, 400],
      [lexicon.houses, 40],
      [lexicon.employers, 40],
    ];

    for (const [pool, least] of pools) {
      expect(pool.length).toBeGreaterThanOrEqual(least);
      expect(new Set(pool.map((entry) => entry.toLowerCase())).size).toBe(pool.length);
    }
    expect(lexicon.names.filter((name) => !/^[A-Z][a-z]{1,6}$/.test(name))).toEqual([]);
  });
});

describe('a card of the lexicon', () => {
  it('ends each fact with a mark', () => {
    expect(below('withheld').length).toBeGreaterThan(5);
    expect(where(below('withheld').filter(({ text }) => !/[.!]$/.test(text)))).toEqual([]);
  });
});

describe('the allowed vocabulary', () => {
  it('names no real place as an origin, a house or an employer (C06)', () => {
    const invented = [...lexicon.origins, ...lexicon.houses, ...lexicon.employers];
    const parts = invented.map((name) => name.replace(/^House /, '').split(' ')[0] ?? '');

    expect(parts.filter(isRealPlace)).toEqual([]);
    expect(invented.filter(isRealPlace)).toEqual([]);
    expect(isRealPlace('Vienna')).toBe(true);
  });

  it('has no label of a person (C19), no age of a young one and no word of youth (C13)', () => {
    const labels = /\b(?:victims?|pimps?|prostitut\w*|rescue\w*|traffick\w*|hookers?|whores?)\b/i;
    const youth =
      /\b(?:young\w*|youth\w*|girls?|boys?|teen\w*|child\w*|kids?|minors?|school\w*|student\w*|fresh faces?)\b/i;

    expect(where(generated.filter(({ text }) => labels.test(text)))).toEqual([]);
    expect(where(ALL.filter(({ at, text }) => !at.startsWith('why/') && labels.test(text)))).toEqual([]);
    // The category code of moderation is the one exception; its wording is never written.
    expect(where(generated.filter(({ text }) => youth.test(text.replace('category code school-context', ''))))).toEqual(
      [],
    );
  });

  it('is written in plain characters: letters, digits, simple marks (C15)', () => {
    const plain = /^[A-Za-z0-9 .,!?:;'(){}▒–-]+$/;

    expect(where(ALL.filter(({ text }) => !plain.test(text)))).toEqual([]);
    expect(where(generated.filter(({ text }) => text.includes('▒')))).toEqual([]);
  });

  it('has no address, no link and no word.word (C08, C09)', () => {
    expect(where(ALL.filter(({ text }) => /[A-Za-z0-9}][.@:/][A-Za-z0-9{]|www|https?/i.test(text)))).toEqual([]);
  });

  it('has no number that could be dialled, and no amount of money (C07, C11)', () => {
    const number = /\d[\d ()/-]{4,}\d|[€$£¥]|\b(?:USD|EUR|GBP)\b/;

    expect(where(ALL.filter(({ text }) => number.test(text)))).toEqual([]);
  });
});
