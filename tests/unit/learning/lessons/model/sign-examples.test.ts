import { describe, expect, it } from 'vitest';
import { type SignExample, signExamples } from '#learning/lessons/model/sign-examples.ts';
import {
  FAMILIES,
  type Family,
  PLANTED_INDICATORS,
  SHARED_TRACES,
  WITHHELD_SIGNS,
} from '#market/ads/model/families.ts';
import { signsOnPages } from '#market/ads/model/signs-on-pages.ts';
import type { MarketPosts } from '#market/posts/model/market-posts.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const EXAMPLES = signExamples(LIBRARY);
const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];
const CLOSED: readonly string[] = WITHHELD_SIGNS;
const OPEN = PLANTED_INDICATORS.filter((id) => !CLOSED.includes(id));
const ON_PAGES = OPEN.filter((id) => FAMILY_NAMES.some((family) => signsOnPages(family, []).has(id)));

/** What a page shows; all else stands in records. */
const PAGE = ['line', 'template', 'field', 'missing', 'earlier', 'comments', 'typing'];

const showsOf = (id: string): readonly SignExample[] => EXAMPLES.get(id)?.shows ?? [];
const places = (id: string) => new Set(showsOf(id).map(({ shown }) => shown.what));

/** All words of an example that an ad or a record has. */
function wordsOf({ shown }: SignExample): string[] {
  if ('text' in shown) return [shown.text];
  if (shown.what === 'comments') return shown.comments.map(({ text }) => text);
  return shown.what === 'typing' ? [...shown.lines] : [];
}

const everyWord = (examples: typeof EXAMPLES) =>
  [...examples.values()].flatMap(({ shows, lookAlikes }) => [...shows, ...lookAlikes].flatMap(wordsOf));

/** A fact of a person, in up to four words. */
const FACT = String.raw`\S+(?: \S+){0,3}`;

/** A function that finds texts written by one of the wordings of indicators of these posts, whatever the facts. */
function matcherOf({ source }: MarketPosts): (text: string) => boolean {
  const found: string[] = [];
  const strings = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(strings);
  };
  for (const { form } of Object.values(source.families)) for (const { signs } of Object.values(form)) strings(signs);
  for (const { slots, comments, removed } of source.genres) {
    for (const slot of Object.values(slots)) strings(slot);
    strings([comments?.signs, removed?.signs]);
  }
  strings(source.notes);
  const plain = (text: string) => text.toLowerCase().replaceAll(/[.!:)]+$/g, '');
  const pattern = (line: string) =>
    plain(line.replaceAll(/\[[^\]]*\] */g, ''))
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join(FACT);
  // A line that is a fact and little else could be anybody's.
  const isTelling = (line: string) => line.replaceAll(/\{\w+\}|\[[^\]]*\]|\P{L}/gu, '').length >= 8;
  const patterns = [...new Set(found.filter(isTelling).map(pattern))].map((one) => new RegExp(`^${one}$`));
  return (text) => patterns.some((one) => one.test(plain(text)));
}

describe('examples of signs from practice markets', () => {
  it('exist for every indicator that the generator plants, four at most, and none twice', () => {
    expect(OPEN.filter((id) => showsOf(id).length === 0)).toEqual([]);
    for (const { shows, lookAlikes } of EXAMPLES.values()) {
      expect(shows.length).toBeLessThanOrEqual(4);
      expect(lookAlikes.length).toBeLessThanOrEqual(2);
      const all = [...shows, ...lookAlikes].map(({ shown }) => JSON.stringify(shown));
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('stand on a page wherever one can show the indicator', () => {
    expect(ON_PAGES.length).toBeGreaterThan(40);
    expect(ON_PAGES.filter((id) => !PAGE.some((place) => (places(id) as Set<string>).has(place)))).toEqual([]);
  });

  it('come from every place in which an indicator shows', () => {
    expect(places('no-limits-offer')).toEqual(new Set(['line', 'field']));
    expect(places('lj-upfront-fee')).toEqual(new Set(['line', 'comments']));
    expect(places('coercion-slip')).toEqual(new Set(['earlier', 'note']));
    expect(places('continuity-of-identity')).toEqual(new Set(['line', 'opened']));
    expect(places('n-migrant-language')).toEqual(new Set(['typing']));
    expect(new Set(showsOf('no-limits-offer').map(({ profile }) => profile)).size).toBeGreaterThan(2);
  });

  it('show what a reader has to compare', () => {
    const spoken = showsOf('language-mismatch').map(({ shown, beside }) => [shown, beside]);

    for (const [written, languages] of spoken)
      expect(languages).toEqual({
        field: 'languages',
        text: expect.not.stringContaining((written as { text: string }).text),
      });
    for (const { shown, usual } of showsOf('price-below-market')) {
      const price = Number(/\d+/.exec((shown as { text: string }).text)?.[0]);
      expect(price).toBeLessThan(LIBRARY.planting.lowPrice * (usual?.sim ?? 0));
    }
  });

  it.each(Object.values(SHARED_TRACES))('of %s say in how many ads of others the same stands', (id) => {
    expect(showsOf(id).every(({ others = 0 }) => others > 0)).toBe(true);
  });

  it('have none for signs of a possible minor', () => {
    expect(CLOSED.filter((id) => EXAMPLES.has(id))).toEqual([]);
  });

  it('are the same whenever they are drawn', () => {
    expect(signExamples(LIBRARY)).toEqual(EXAMPLES);
  });

  it('hold no wording of assessed markets, which would be found', () => {
    const isAssessed = matcherOf(LIBRARY.assessmentPosts);
    const assessed = everyWord(signExamples({ ...LIBRARY, posts: LIBRARY.assessmentPosts }));

    expect(everyWord(EXAMPLES).filter(isAssessed)).toEqual([]);
    expect(assessed.filter(isAssessed).length).toBeGreaterThan(assessed.length / 3);
  });
});
