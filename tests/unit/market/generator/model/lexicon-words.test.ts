import { describe, expect, it } from 'vitest';
import type { Lexicon, MarketProfile } from '#market/ads/model/schemas.ts';
import { lexiconWords } from '#market/generator/model/lexicon-words.ts';
import { compileLanguage, type LanguageSource } from '#market/text/model/language.ts';
import { LIBRARY, PROFILE } from '../../../../support/builders/the-library.ts';

const { lexicon, language, assessmentLanguage } = LIBRARY;
const HALVES = [language, assessmentLanguage];
const ALLOWED = lexiconWords(lexicon, HALVES, PROFILE);
const withWords = (change: Partial<Lexicon>, profile: Partial<MarketProfile> = {}) =>
  lexiconWords({ ...lexicon, ...change }, HALVES, { ...PROFILE, ...profile });

/** The words of a language that has one construction of a trap besides what is shipped, and look-alikes of it. */
function withConstruction(says: string, looks = ['tea', 'jam', 'cake']) {
  const said = {
    ...language.source.said,
    'n-nationality': { move: 'about', says: [says], looks: { move: 'news', says: looks } },
  };
  return lexiconWords(lexicon, [compileLanguage({ ...language.source, said } as LanguageSource)], PROFILE);
}

describe('the words of a lexicon and a profile', () => {
  it('are those of fields, cards and places, as written or in small letters', () => {
    const { words } = withWords({ rooms: ['Whatnot curtain'], withheld: { 'pm-age-edited': ['Somewhat old.'] } });

    for (const word of ['Whatnot', 'curtain', 'Somewhat', 'old', 'SIM', 'pid', PROFILE.towns[0]?.name ?? ''])
      expect([word, words.has(word)]).toEqual([word, true]);
    expect(['whatnot', 'WHATNOT', 'whatnots'].filter((word) => words.has(word))).toEqual(['whatnot']);
  });

  it('are those of the language in both its halves, in all spellings of a voice', () => {
    const { words } = withConstruction('the whatnot ~stays in my kitchen, please');

    for (const word of ['whatnot', 'Whatnot', 'stays', 'stay', 'kichen', 'Kichen', 'pls', 'plz', 'our', 'his', 'their'])
      expect([word, words.has(word)]).toEqual([word, true]);
    const only = (one: typeof language, other: typeof language) => {
      const [all, without] = [[one, other], [other]].map((halves) => lexiconWords(lexicon, halves, PROFILE).words);
      return [...(all as ReadonlySet<string>)].filter((word) => !without?.has(word));
    };
    expect(only(language, assessmentLanguage).length).toBeGreaterThan(100);
    expect(only(assessmentLanguage, language).length).toBeGreaterThan(100);
  });

  it('exclude names of facts, and reasons for the debrief', () => {
    const why = { ...lexicon.why, independent: 'Whatnot alone.' };
    const { words } = withWords({ why, hours: { ...lexicon.hours, limited: ['{otherTown} hours'] } });

    expect(['Whatnot', 'whatnot', 'otherTown'].filter((word) => words.has(word))).toEqual([]);
  });

  it('list names, too, because a voice writes them in small letters', () => {
    const { words, names } = withWords({ names: ['Zobarix'] });

    expect([...names]).toEqual(['Zobarix']);
    expect([words.has('zobarix'), ALLOWED.words.has('zobarix')]).toEqual([true, false]);
  });

  it('include the towns and the labels of the profile', () => {
    expect([...ALLOWED.towns]).toEqual(PROFILE.towns.map(({ name }) => name));
    for (const label of [...lexicon.origins, ...lexicon.genders, ...PROFILE.languages])
      expect(ALLOWED.labels).toContain(label);
  });

  it('find a construction with a meaning in a text, for any facts and in any person', () => {
    const { says } = withConstruction('I ~am from {origin} (a town)', ['soup from {origin}', 'jam', 'cake']);
    // It stands in ads of two families.
    const found = (text: string) => [
      ...new Set(
        says.filter(({ id, pattern }) => id === 'n-nationality' && pattern.test(text)).map((one) => one.isTrap),
      ),
    ];

    expect(found("Good tea, i'm from Kelvic (a town), hot.")).toEqual([true]);
    expect(found('She is from Kelvic (a town).')).toEqual([true]);
    expect(found('She is from Kelvic, a town.')).toEqual([]);
    // A look-alike is no trap.
    expect(found('There is soup from Kelvic.')).toEqual([false]);
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
