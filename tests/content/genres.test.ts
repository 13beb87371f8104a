import { describe, expect, it } from 'vitest';
import { keyedFunction, keyFor } from '#kernel/model/keyed-function.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { factsOf } from '#market/posts/model/facts.ts';
import { factsOfServices } from '#market/posts/model/facts-of-services.ts';
import { factsOfWork } from '#market/posts/model/facts-of-work.ts';
import { compileGenre } from '#market/posts/model/genre.ts';
import type { Half, WrittenGenre } from '#market/posts/model/genre-schemas.ts';
import { fillIn, parseLine } from '#market/posts/model/line.ts';
import { lintText } from '#safety/content/model/lint-text.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';
import { loadIsRealPlace } from '../../scripts/authoring/gazetteer.ts';
import { LIBRARY } from '../support/builders/the-library.ts';
import { inFull } from '../support/in-full.ts';
import { GENRES, HALVES, NAMES, PERSONA, TOWNS } from '../support/market/posts/genres.ts';

const isRealPlace = loadIsRealPlace();

/** Persons whose facts are filled in. */
const PERSONS = inFull(24, 8);
const facts = keyedFunction(keyFor('genres', 'facts'));
const hours = keyedFunction(keyFor('genres', 'hours'));
const shared = (persona: number, n: number) => hours(persona, n, 0);
const work = factsOfWork(shared);
const COMPUTED = { services: factsOfServices(shared, NAMES, TOWNS), jobs: work, social: work };

/** Keys of a genre below which no line stands. */
const NO_LINES = new Set(['genre', 'family', 'speaks', 'purpose', 'amount', 'wordings', 'facts', 'rows', 'sectors']);
const NO_LINES_OF_ADS = new Set(['by', 'about', 'sector']);

interface Found {
  readonly at: string;
  readonly text: string;
}

/** Every line of a genre as authored, with its place. */
function linesOf(genre: WrittenGenre): Found[] {
  const own = Object.fromEntries(Object.entries(genre).filter(([key]) => !NO_LINES.has(key)));
  const ads = (GENRES.ads[genre.genre] ?? []).map((ad) =>
    Object.fromEntries(Object.entries(ad).filter(([key]) => !NO_LINES_OF_ADS.has(key))),
  );
  return [...stringsIn({ own, ads })].map(({ path, text }) => ({ at: `${genre.genre} ${path.join('/')}`, text }));
}

const LINES = new Map(GENRES.genres.map((genre) => [genre.genre, linesOf(genre)]));
const ALL = [...LINES.values()].flat();
const wordsOf = ({ text }: Found) => parseLine(text).pieces.join(' · ');

/** Lines in which something is wrong, with their places. */
const faulty = (isWrong: (line: string) => boolean, lines: readonly Found[] = ALL) =>
  lines.filter((line) => isWrong(wordsOf(line))).map(({ at, text }) => `${at}: ${text}`);

describe.each(GENRES.genres)('the lines of genre $genre', (genre) => {
  it('break no rule of content safety, whatever facts are filled in', () => {
    const family = GENRES.families[genre.family];
    const compiled = compileGenre(genre, GENRES.ads[genre.genre] ?? [], family, 'practice');
    const sectors = compiled.sectors ?? LIBRARY.lexicon.sectors;
    const issues = new Set<string>();
    for (let number = 0; number < PERSONS; number++) {
      const sector = sectors[number % sectors.length] as string;
      const persona = { ...PERSONA, number, sector, amount: genre.family === 'services' ? 60 + 10 * number : 2000 };
      const known = factsOf(persona, compiled, COMPUTED[genre.family], facts);
      for (const { at, text } of LINES.get(genre.genre) ?? [])
        for (const { code, params } of lintText(fillIn(parseLine(text), known), { kind: 'generated' }))
          issues.add(`${at}: ${code} ${JSON.stringify(params['text'])} in "${text}"`);
    }

    expect([...issues]).toEqual([]);
  });
});

describe('the lines of all genres', () => {
  it('are many', () => {
    expect(ALL.length).toBeGreaterThan(10_000);
  });

  it('have no address, no money but SIM, and no brackets that are left over (C09, C11, C15)', () => {
    expect(
      faulty((line) => /[€£¥]|\b(?:USD|EUR|GBP|euros?|dollars?|pounds?)\b|https?:|www|[[\]{}@]/i.test(line)),
    ).toEqual([]);
  });

  it('write no number of a telephone or an account: these are facts (C07, C11)', () => {
    expect(faulty((line) => /\d{5,}|\d{3}[ -]\d{3}|\+\d|\$\d/.test(line))).toEqual([]);
  });

  it('name no young one and no part of youth (C13), and label no person (C19)', () => {
    const youth = /\b(?:youth\w*|girls?|boys?|teen\w*|schoolgirl|schoolboy|minors?|lads?|pupils?)\b/i;
    const labels = /\b(?:victims?|pimps?|prostitut\w*|rescue\w*|traffick\w*|hookers?|whores?|slaves?)\b/i;

    expect(faulty((line) => youth.test(line))).toEqual([]);
    expect(faulty((line) => labels.test(line))).toEqual([]);
  });

  it('name no real place (C06)', () => {
    const names = ALL.flatMap((line) =>
      (wordsOf(line).match(/(?<=[\p{Ll},] )[A-Z][a-z]{2,}\b/gu) ?? []).map((name) => [name, line.at] as const),
    );

    expect(names.length).toBeGreaterThan(20);
    expect(new Map(names.filter(([name]) => isRealPlace(name)))).toEqual(new Map());
  });

  it('hold no origin, language or working name as a fixed word (C18)', () => {
    const labels = [
      ...LIBRARY.lexicon.origins,
      ...[...LIBRARY.profiles.values()].flatMap(({ languages }) => languages),
    ];
    const names = new RegExp(`\\b(?:${labels.join('|')})\\b`, 'i');
    const people = new RegExp(`(?<=[\\p{Ll},] )(?:${LIBRARY.lexicon.names.join('|')})\\b`, 'u');

    expect(faulty((line) => names.test(line) || people.test(line))).toEqual([]);
  });
});

describe('what ads can say', () => {
  /** Where an indicator is worded in a family: in lines, comments, first versions, fields, notes. */
  function wordingsOf(family: Family, id: string, half: Half): number {
    const own = GENRES.genres.filter((genre) => genre.family === family);
    const worded = [
      ...own.flatMap(({ slots, removed, comments }) => [
        ...Object.values(slots).flatMap(({ signs }) => signs?.[id]?.[half] ?? []),
        ...(removed?.signs?.[id]?.[half] ?? []),
        ...(comments?.signs?.[id]?.[half] ?? []),
      ]),
      ...Object.values(GENRES.families[family].form).flatMap(({ signs }) => signs[id]?.[half] ?? []),
      ...(GENRES.notes[id]?.[half] ?? []),
    ];
    return worded.length;
  }

  /** How somebody types, a field in another language, and what is missing: none of them has a wording. */
  const WITHOUT_WORDS = new Set([
    'n-migrant-language',
    'language-mismatch',
    'persona-inconsistency',
    'lj-vague-employer',
  ]);

  it.each(HALVES)('is worded for %s in every family, six times or more', (half) => {
    const few = (Object.keys(FAMILIES) as Family[]).flatMap((family) =>
      FAMILIES[family].said
        .filter(({ id }) => !WITHOUT_WORDS.has(id) && wordingsOf(family, id, half) < 6)
        .map(({ id }) => `${family}: ${id}, ${wordingsOf(family, id, half)}`),
    );

    expect(few).toEqual([]);
  });

  it('has notes for all that records alone show', () => {
    const ofRecords = Object.values(FAMILIES).flatMap(({ shown }) =>
      shown.flatMap((one) => (one.in === 'record' && ['notes', 'contacts'].includes(one.record) ? [one.id] : [])),
    );

    expect(ofRecords.filter((id) => HALVES.some((half) => (GENRES.notes[id]?.[half].length ?? 0) < 6))).toEqual([]);
    expect(GENRES.notes['none']?.practice.length).toBeGreaterThan(5);
  });

  it('is worded in no line that both halves have', () => {
    const common = new Map<string, string>();
    for (const genre of GENRES.genres)
      for (const { signs = {} } of Object.values(genre.slots))
        for (const [id, { practice, assessment }] of Object.entries(signs)) {
          const handedOut = new Set(practice.map((line) => line.toLowerCase()));
          for (const line of assessment)
            if (handedOut.has(line.toLowerCase())) common.set(`${genre.genre} ${id}`, line);
        }

    expect(common).toEqual(new Map());
  });
});
