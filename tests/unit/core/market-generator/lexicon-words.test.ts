import { describe, expect, it } from 'vitest';
import type { Lexicon, MarketProfile } from '#core/market/schemas.ts';
import { lexiconWords } from '#core/market-generator/lexicon-words.ts';
import { LIBRARY, PROFILE } from '../../../support/builders/the-library.ts';

const { lexicon } = LIBRARY;
const ALLOWED = lexiconWords(lexicon, PROFILE);
const withWords = (change: Partial<Lexicon>, profile: Partial<MarketProfile> = {}) =>
  lexiconWords({ ...lexicon, ...change }, { ...PROFILE, ...profile });

describe('the words of a lexicon and a profile', () => {
  it('are those of sentences, fields, cards and places, as written', () => {
    const { words } = withWords({ rooms: ['Whatnot curtain'], withheld: { 'pm-age-edited': ['Somewhat old.'] } });

    for (const word of ['Whatnot', 'curtain', 'Somewhat', 'old', 'SIM', 'pid', PROFILE.towns[0]?.name ?? ''])
      expect([word, words.has(word)]).toEqual([word, true]);
    expect(words.has('whatnot')).toBe(false);
  });

  it('exclude slots, reasons for the debrief, and names, which are listed separately', () => {
    const why = { ...lexicon.why, independent: 'Whatnot alone.' };
    const { words, names } = withWords({
      why,
      names: ['Whoever'],
      hours: { ...lexicon.hours, limited: ['{pay} hours'] },
    });

    expect(['Whatnot', 'Whoever', 'pay'].filter((word) => words.has(word) && !ALLOWED.words.has(word))).toEqual([]);
    expect([...names]).toEqual(['Whoever']);
  });

  it('include the towns and the labels of the profile', () => {
    expect([...ALLOWED.towns]).toEqual(PROFILE.towns.map(({ name }) => name));
    for (const label of [...lexicon.origins, ...lexicon.genders, ...PROFILE.languages])
      expect(ALLOWED.labels).toContain(label);
  });

  it('find a sentence with a meaning in a text, for any slot values', () => {
    const { says } = withWords({ says: { 'n-nationality': ['From {origin} (a town?).'] } });

    expect(
      says.map(({ id, isTrap, pattern }) => [id, isTrap, pattern.test('Good tea. From Kelvic (a town?). Hot.')]),
    ).toEqual([['n-nationality', true, true]]);
    expect(says[0]?.pattern.test('From Kelvic, a town.')).toBe(false);
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
