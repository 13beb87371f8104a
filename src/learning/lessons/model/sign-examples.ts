import { FAMILIES, type Family, PLANTED_INDICATORS, WITHHELD_SIGNS } from '#market/ads/model/families.ts';
import { isOnThePage, type Locator } from '#market/ads/model/market.ts';
import type { Lexicon, MarketProfile, Planting, Weights } from '#market/ads/model/schemas.ts';
import { signsOnPages } from '#market/ads/model/signs-on-pages.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import type { MarketPosts } from '#market/posts/model/market-posts.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import type { FoundThere } from './shown.ts';
import { placeOnPage, shownThere } from './shown-there.ts';

/** The authored data from which practice markets are drawn. */
export interface ExampleLibrary {
  readonly profiles: ReadonlyMap<MarketProfileId, MarketProfile>;
  readonly lexicon: Lexicon;
  /** In the wordings of practice: those of assessed markets are shown nowhere. */
  readonly posts: MarketPosts;
  readonly planting: Planting;
  readonly weights: Weights;
  readonly catalogue: Catalogue;
}

/** One ad of a practice market with what stands at a place of it. */
export interface SignExample extends FoundThere {
  readonly profile: MarketProfileId;
  readonly title: string;
}

export interface ExamplesOfSign {
  readonly shows: readonly SignExample[];
  /** Lines with the words of the indicator that do not show it. */
  readonly lookAlikes: readonly SignExample[];
}

/** The markets: one of each setting a round, until each indicator has been seen, on a page if one can show it. */
const MARKET = { size: 'field', prevalence: 'PRACTICE', until: '2031-03-12T09:00:00Z' } as const;
const SEED = 'examples of signs';
const MOST_ROUNDS = 4;

/** What a page of some setting can show. */
const ON_PAGES: ReadonlySet<string> = new Set(
  (Object.keys(FAMILIES) as Family[]).flatMap((family) => [...signsOnPages(family, [])]),
);

const MOST = { shows: 4, lookAlikes: 2 };

/** Where an example can come from; it is read only when it may be chosen. */
interface Candidate {
  readonly profile: MarketProfileId;
  readonly isOnPage: boolean;
  readonly place: string;
  readonly read: () => SignExample | undefined;
}

interface Candidates {
  readonly shows: Candidate[];
  readonly lookAlikes: Candidate[];
}

/**
 * Examples of every indicator that practice markets of the generator show, by its id: from as different places and
 * settings as there are. Nothing is quoted from an ad of a possible minor. The same files give the same examples.
 */
export function signExamples(library: ExampleLibrary): ReadonlyMap<string, ExamplesOfSign> {
  const candidates = new Map<string, Candidates>();
  const missing = new Set(PLANTED_INDICATORS.filter((id) => !(WITHHELD_SIGNS as readonly string[]).includes(id)));
  for (let round = 1; round <= MOST_ROUNDS && missing.size > 0; round++) {
    for (const profile of library.profiles.values()) collect(library, profile, `${SEED} ${round}`, candidates);
    for (const id of missing) {
      const shows = candidates.get(id)?.shows ?? [];
      const wanted = ON_PAGES.has(id) ? shows.filter(({ isOnPage }) => isOnPage) : shows;
      if (choose(wanted, 1).length > 0) missing.delete(id);
    }
  }
  return new Map(
    [...candidates].map(([id, { shows, lookAlikes }]) => [
      id,
      { shows: choose(shows, MOST.shows), lookAlikes: choose(lookAlikes, MOST.lookAlikes) },
    ]),
  );
}

/** Adds what one market shows. Copies on a mirror are left out: the original stands in the market too. */
function collect(
  { lexicon, posts, planting, weights, catalogue }: ExampleLibrary,
  profile: MarketProfile,
  seed: string,
  candidates: Map<string, Candidates>,
): void {
  const order = { ...MARKET, seed, profile, lexicon, posts, planting, weights, catalogue };
  const { market, truth } = generateMarket(order, { records: true });
  const ads = new Map(market.ads.map((ad) => [ad.id, ad]));
  const adOf = (id: string) => ads.get(id);
  const around = { adOf, notes: posts.notes, names: lexicon.names, towns: profile.towns };
  const of = (id: string): Candidates => {
    const known = candidates.get(id) ?? { shows: [], lookAlikes: [] };
    candidates.set(id, known);
    return known;
  };
  const standsAt = (at: Locator) => ({ profile: profile.id, isOnPage: isOnThePage(at), place: placeKind(at) });
  for (const { ad: id, labels, lookAlikes = [], copied } of truth.ads) {
    const ad = adOf(id);
    if (!ad || ad.withheld || copied) continue;
    const from = { profile: profile.id, title: ad.title };
    const example = (found: FoundThere | undefined) => found && { ...from, ...found };
    for (const label of labels)
      of(label.indicator).shows.push({
        ...standsAt(label.at),
        read: () => example(shownThere(label, { ...around, ad })),
      });
    for (const { indicator, at } of lookAlikes)
      of(indicator).lookAlikes.push({
        ...standsAt(at),
        read: () => {
          const shown = placeOnPage(at, ad);
          return example(shown && { shown });
        },
      });
  }
}

/** A place without its number. */
const placeKind = (at: string) => at.replaceAll(/\d+/g, '');

/** Up to so many examples, each time from a place and then from a setting that has been chosen least; none twice. */
function choose(candidates: readonly Candidate[], most: number): SignExample[] {
  const chosen: SignExample[] = [];
  const told = new Set<string>();
  const used = new Map<string, number>();
  const times = (key: string) => used.get(key) ?? 0;
  const groups = groupsOf(candidates);
  while (chosen.length < most && groups.length > 0) {
    groups.sort((a, b) => times(a.place) - times(b.place) || times(a.profile) - times(b.profile));
    const { place, profile, left } = groups[0] as (typeof groups)[number];
    const next = left.next();
    if (next.done) {
      groups.shift();
      continue;
    }
    const example = next.value.read();
    const text = example && JSON.stringify(example.shown).toLowerCase();
    if (!example || text === undefined || told.has(text)) continue;
    told.add(text);
    chosen.push(example);
    for (const key of [place, profile]) used.set(key, times(key) + 1);
  }
  return chosen;
}

/** Candidates of one place and setting, to be read one after the other. */
function groupsOf(candidates: readonly Candidate[]) {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.place} ${candidate.profile}`;
    const known = groups.get(key);
    if (known) known.push(candidate);
    else groups.set(key, [candidate]);
  }
  return [...groups.values()].map((all) => {
    const { place = '', profile = '' } = all[0] ?? {};
    return { place, profile, left: all.values() };
  });
}
