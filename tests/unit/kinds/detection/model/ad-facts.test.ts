import { describe, expect, it } from 'vitest';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { deriveKey } from '#kinds/detection/model/derive-key.ts';
import { type DetectionResponse, playDetection } from '#kinds/detection/model/play.ts';
import { scoreDetection } from '#kinds/detection/model/score.ts';
import { sayPageWeight, sayWeight } from '#kinds/detection/screens/say-weight.ts';
import type { AdStory } from '#market/ads/model/ad-story.ts';
import { storiesOf, storyAmong } from '#market/ads/model/ad-story.ts';
import { sayAdStory } from '#market/ads/screens/say-ad-story.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { fieldOrder } from '../../../../support/attack/seen-market.ts';
import { seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { inFull } from '../../../../support/in-full.ts';
import { faultsOfStory } from '../../../../support/kinds/detection/faults-of-story.ts';
import { faultsOfWorth } from '../../../../support/kinds/detection/faults-of-worth.ts';
import type { ReadMarket } from '../../../../support/kinds/detection/read-market.ts';

const SETTINGS: readonly MarketProfileId[] = ['BUY', 'REG', 'PRO', 'TPC', 'JOB', 'SOC'];
const PREVALENCE = 0.2;
/** Markets of a setting. */
const MARKETS = inFull(200, 2);

const marketOf = (setting: MarketProfileId, seed: string): ReadMarket => ({
  ...generateMarket(fieldOrder(setting, seed)),
  prevalence: PREVALENCE,
});

/** All findings of a reader who marks every label and flags nothing, by ad. */
function findingsOf({ market, truth }: ReadMarket): Map<string | undefined, Finding[]> {
  const key = deriveKey(truth, PREVALENCE);
  const open = key.filter(({ possibleMinor }) => !possibleMinor);
  const response: DetectionResponse = {
    ...playDetection.empty,
    marks: open.flatMap(({ ad, labels }) => labels.map(({ at, indicator }) => ({ ad, at, indicator }))),
    judgements: Object.fromEntries(open.map(({ ad }) => [ad, { band: 'none', certainty: 2 } as const])),
  };
  const ratios = new Map(Object.entries(truth.weights));
  const { findings } = scoreDetection(
    response,
    { key, catalogue: LIBRARY.catalogue, ratios },
    { market, world: [], evidence: [] },
  );
  return Map.groupBy(findings, ({ at }) => at.ad);
}

const NAMES = Object.fromEntries([...LIBRARY.catalogue].map(([id, { name }]) => [id, name]));

const worthOf = (ad: string, findings: readonly Finding[]) => ({
  ad,
  names: NAMES,
  page: findings.flatMap(({ weighed }) => (weighed ? sayPageWeight(weighed, NAMES) : [])),
  signs: findings.flatMap(({ indicator, strength, weight }) =>
    indicator !== undefined && weight ? [{ indicator, word: strength ?? '', sentence: sayWeight(weight) }] : [],
  ),
});

describe.each(SETTINGS)('what the debrief says of the ads of %s', (setting) => {
  it('agrees with the truth, with the measured weights, and with the words of the ads', () => {
    for (const seed of seeds('facts', MARKETS)) {
      const read = marketOf(setting, seed);
      const findings = findingsOf(read);
      for (const { ad, possibleMinor } of read.truth.ads) {
        const own = findings.get(ad) ?? [];
        const stories = own.flatMap(({ story }) => story ?? []);
        // Every ad has its story, also an innocent one that was rightly left alone; a closed card has none.
        expect(stories.length, `ad ${ad} of ${seed}`).toBe(possibleMinor ? 0 : 1);
        for (const story of stories) expect(faultsOfStory(read, ad, sayAdStory(story)), `${ad} of ${seed}`).toEqual([]);
        if (!possibleMinor) expect(faultsOfWorth(read, worthOf(ad, own)), `${ad} of ${seed}`).toEqual([]);
      }
    }
  });
});

describe('the second reader of the debrief', () => {
  const read = marketOf('BUY', 'planted');
  const stories = storiesOf(read.truth);
  type Open = Exclude<AdStory, { of: 'closed' }>;
  const open = read.truth.ads.flatMap(({ ad, possibleMinor }) =>
    possibleMinor ? [] : [[ad, stories.get(ad) as Open] as const],
  );
  const closed = read.truth.ads.find(({ possibleMinor }) => possibleMinor)?.ad ?? '';
  const isFound = (planted: (story: Open, ad: string) => readonly string[]) =>
    open.some(([ad, story]) => faultsOfStory(read, ad, planted(story, ad)).length > 0);

  it('finds nothing in what is said', () => {
    expect(isFound((story) => sayAdStory(story))).toBe(false);
    expect(closed).not.toBe('');
    expect(faultsOfStory(read, closed, sayAdStory(stories.get(closed) as AdStory))).toEqual([]);
  });

  const writer =
    (change: (writer: NonNullable<Open['writer']>) => Partial<NonNullable<Open['writer']>>) => (story: Open) =>
      sayAdStory(story.writer ? { ...story, writer: { ...story.writer, ...change(story.writer) } } : story);
  it.each([
    ['an ad of the writer is left out', writer(({ others }) => ({ others: others.slice(1) }))],
    ['a renewal is left out', writer(({ again }) => ({ again: again.slice(1) }))],
    ['all ads of the writer are called renewals', writer(({ others }) => ({ again: others }))],
    ['a client of the writer is left out', writer(() => ({ forOthers: [] }))],
    ['a closed card is named', writer(({ others }) => ({ others: [...others, closed] }))],
    [
      'a business is called one of several friends',
      (story: Open) => sayAdStory(story.of === 'agency' ? { ...story, of: 'duo' } : story),
    ],
    [
      'a fraud is called a program',
      (story: Open) => sayAdStory(story.of === 'scammer' ? { ...story, of: 'bot' } : story),
    ],
    [
      'friends without another ad are called several',
      (story: Open) => sayAdStory(story.of === 'independent' ? { ...story, of: 'duo' } : story),
    ],
    ['a copy is called an ad of its own', ({ copyOf: _, ...story }: Open) => sayAdStory(story)],
    ['a copy is not told of', (story: Open) => sayAdStory({ ...story, copies: [] })],
    ['ads of the actor are left out', (story: Open) => sayAdStory({ ...story, sameActor: [] })],
    [
      'one person is said to be alone',
      (story: Open) => [...sayAdStory(story), 'One person sells alone and wrote this.'],
    ],
    [
      'who is behind it is not said',
      (story: Open) => sayAdStory(story).filter((said) => !said.includes('fact of the simulation')),
    ],
  ] as const)('finds that %s', (_, planted) => {
    expect(isFound(planted)).toBe(true);
  });

  it('finds a word about who is behind a closed card', () => {
    expect(
      faultsOfStory(read, closed, ['Nobody controls the advertiser behind this ad (a fact of the simulation).']),
    ).toHaveLength(1);
  });

  it('finds a sentence with another number, another base rate or a catalogue word', () => {
    const findings = findingsOf(read);
    const told = open.map(([ad]) => worthOf(ad, findings.get(ad) ?? []));
    const isWrong = (change: (said: (typeof told)[number]) => (typeof told)[number]) =>
      told.some((said) => faultsOfWorth(read, change(said)).length > 0);
    expect(isWrong((said) => said)).toBe(false);
    expect(isWrong((said) => ({ ...said, page: said.page.map((one) => one.replace(/(\d) times/, '$19 times')) }))).toBe(
      true,
    );
    expect(isWrong((said) => ({ ...said, page: said.page.map((one) => one.replace('one 20 are', 'one 6 are')) }))).toBe(
      true,
    );
    expect(
      isWrong((said) => ({
        ...said,
        page: said.page.map((one) => one.replace(/among (.*) as among/, 'among other ads as among')),
      })),
    ).toBe(true);
    expect(
      isWrong((said) => ({
        ...said,
        page: said.page.filter((one) => !one.startsWith('The page shows ')),
      })),
    ).toBe(true);
    expect(
      isWrong((said) => ({
        ...said,
        page: said.page.filter((one) => !one.startsWith('This ad is one')),
      })),
    ).toBe(true);
    expect(
      isWrong((said) => ({
        ...said,
        page: said.page.map((one) => one.replace(/together with (.*), \S+\./, 'together with $1.')),
      })),
    ).toBe(true);
    expect(
      isWrong((said) => ({
        ...said,
        page: said.page.map((one) => one.replace(/more than 1,000|more than 99/, '5000')),
      })),
    ).toBe(true);
    expect(
      isWrong((said) => ({
        ...said,
        signs: said.signs.map((sign) => ({ ...sign, word: LIBRARY.catalogue.get(sign.indicator)?.strength ?? '' })),
      })),
    ).toBe(true);
  });

  it('names in a round that goes on only ads that are judged', () => {
    for (const [, story] of open) {
      const said = sayAdStory(storyAmong(story, (ad) => ad === open[0]?.[0], 'unjudged')).join(' ');
      for (const [ad] of open.slice(1)) expect(said).not.toMatch(new RegExp(`\\b${ad}\\b`));
      expect(said).not.toMatch(/no other ad/);
    }
  });
});
