import { describe, expect, it } from 'vitest';
import type { Lexicon, MarketProfile } from '#market/ads/model/schemas.ts';
import type { WrittenGenre } from '#market/posts/model/genre-schemas.ts';
import { inHalf } from '#market/posts/model/in-half.ts';
import { wordsOfPosts } from '#market/posts/model/words-of-posts.ts';
import { LIBRARY, PROFILE } from '../../../../support/builders/the-library.ts';
import { GENRES } from '../../../../support/market/posts/genres.ts';

const { lexicon } = LIBRARY;
const ALLOWED = wordsOfPosts(lexicon, GENRES, PROFILE);
const withWords = (change: Partial<Lexicon>, profile: Partial<MarketProfile> = {}) =>
  wordsOfPosts({ ...lexicon, ...change }, GENRES, { ...PROFILE, ...profile });

/** The words of posts with one genre more, which shows a trap in one line. */
function withLine(line: string, alike = 'jam') {
  const worded = (text: string) => ({ practice: [text], assessment: [text] });
  const genre = {
    genre: 'planted',
    family: 'services',
    slots: { about: { signs: { 'n-nationality': worded(line) }, alike: { 'n-nationality': worded(alike) } } },
  } as unknown as WrittenGenre;
  return wordsOfPosts(lexicon, { ...GENRES, genres: [...GENRES.genres, genre] }, PROFILE);
}

describe('the words of posts and a profile', () => {
  it('are those of fields, cards and places, as written, in small letters and in capitals', () => {
    const { words } = withWords({ rooms: ['Whatnot curtain'], withheld: { 'pm-age-edited': ['Somewhat old.'] } });

    for (const word of ['Whatnot', 'curtain', 'Somewhat', 'old', 'SIM', 'pid', PROFILE.towns[0]?.name ?? ''])
      expect([word, words.has(word)]).toEqual([word, true]);
    expect(['whatnot', 'WHATNOT', 'whatnots'].filter((word) => words.has(word))).toEqual(['whatnot', 'WHATNOT']);
    expect(ALLOWED.words.has('whatnot')).toBe(false);
  });

  it('are those of lines, without tags, and of both halves', () => {
    const { words } = withLine('[casual] the whatnot of {origin} stays');

    for (const word of ['whatnot', 'Whatnot', 'stays']) expect([word, words.has(word)]).toEqual([word, true]);
    const only = (half: 'practice' | 'assessment', other: 'practice' | 'assessment') => {
      const without = wordsOfPosts(lexicon, inHalf(GENRES, other), PROFILE).words;
      return [...wordsOfPosts(lexicon, inHalf(GENRES, half), PROFILE).words].filter((word) => !without.has(word));
    };
    expect(only('practice', 'assessment').length).toBeGreaterThan(100);
    expect(only('assessment', 'practice').length).toBeGreaterThan(100);
  });

  it('are days and months, which are computed', () => {
    for (const word of ['Sun', 'mid', 'August', 'every']) expect([word, ALLOWED.words.has(word)]).toEqual([word, true]);
  });

  it('exclude names of facts, and reasons for the debrief', () => {
    const { words } = withWords({ why: { ...lexicon.why, independent: 'Whatnot alone.' } });

    expect(['Whatnot', 'whatnot'].filter((word) => words.has(word))).toEqual([]);
    expect(withLine('the {langs} are spoken').words.has('langs')).toBe(false);
  });

  it('list names, too, because some people write in small letters', () => {
    const { words, names } = withWords({ names: ['Zobarix'] });

    expect([...names]).toEqual(['Zobarix']);
    expect([words.has('zobarix'), ALLOWED.words.has('zobarix')]).toEqual([true, false]);
  });

  it('include the towns and the labels of the profile', () => {
    expect([...ALLOWED.towns]).toEqual(PROFILE.towns.map(({ name }) => name));
    for (const label of [...lexicon.origins, ...lexicon.genders, ...PROFILE.languages])
      expect(ALLOWED.labels).toContain(label);
  });

  it('find a line with a meaning in a text, for any facts, and with articles left out', () => {
    const { says } = withLine('I weld in {origin} (the town).', 'Whatnots under {origin}.');
    const found = (text: string) =>
      says.filter(({ id, pattern }) => id === 'n-nationality' && pattern.test(text)).map(({ isTrap }) => isTrap);

    expect(found('Good tea, i weld in Orlind (the town), hot')).toEqual([true, true]);
    expect(found('I weld in Orlind (town).')).toEqual([true, true]);
    expect(found('She welds in Orlind (the town).')).toEqual([]);
    // What looks like a trap is none.
    expect(found('Whatnots under Orlind')).toEqual([false, false]);
  });

  it('take no text for a line that is a label alone', () => {
    const { says } = withLine('{origin}');

    expect(says.filter(({ pattern }) => pattern.test('A house of Orlind and of tea'))).toEqual([]);
    expect(says.some(({ pattern }) => pattern.test('Orlind'))).toBe(true);
  });

  it('report as traps only those of this family of markets', () => {
    const traps = (family: MarketProfile['family']) =>
      new Set(
        withWords({}, { family })
          .says.filter(({ isTrap }) => isTrap)
          .map(({ id }) => id),
      );

    expect(traps('services')).toContain('n-single-tattoo');
    expect([...traps('jobs')]).toEqual(['n-job-commonplaces']);
  });

  it('allow the glyph where the market card explains it', () => {
    expect(withWords({}, { symbols: 'The sign ◈ is a warning here.' }).glyph).toBe(true);
    expect(withWords({}, { symbols: 'No sign has a meaning here.' }).glyph).toBe(false);
  });
});
