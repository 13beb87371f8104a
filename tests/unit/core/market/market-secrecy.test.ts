import { describe, expect, it } from 'vitest';
import { toEpoch } from '#core/kernel/instant.ts';
import { aMarket, NOW, openAds, seeds } from '../../../support/builders/a-market.ts';
import { LIBRARY, PROFILE } from '../../../support/builders/the-library.ts';

/** Two hundred markets: enough to see a habit of three in a hundred, and always the same ones. */
const MADE = seeds('pooled', 200).map((seed) => openAds(aMarket({ seed })));
const ADS = MADE.flat();
const isControlled = ({ truth }: (typeof ADS)[number]) => truth.control === 'controlled';
const TOLERANCE = 0.03;

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
  items.filter(holds).length / items.length;

/** One ad of each actor, so that an actor with many ads does not count as many. */
const onePerActor = MADE.flatMap((ads) => [...new Map(ads.map((one) => [one.truth.actor, one])).values()]);

describe('what a label of origin tells (C18)', () => {
  const others = onePerActor.filter((one) => !isControlled(one));
  const flagged = ({ truth }: (typeof ADS)[number]) => truth.labels.some(({ kind }) => kind === 'sign');

  it.each(PROFILE.languages)('people whose language is %s show planted signs as often as all others', (language) => {
    const group = others.filter(({ shown }) => shown.fields.languages === language);

    expect(group.length).toBeGreaterThan(1000);
    expect(Math.abs(share(group, flagged) - share(others, flagged))).toBeLessThan(TOLERANCE);
  });

  it.each(PROFILE.languages)('ads in %s are controlled as often as all others', (language) => {
    const group = ADS.filter(({ shown }) => shown.fields.languages === language);

    expect(Math.abs(share(group, isControlled) - share(ADS, isControlled))).toBeLessThan(TOLERANCE);
  });

  it('traps fall on everyone who writes an ad of their own', () => {
    const trapped = ({ truth }: (typeof ADS)[number]) => truth.labels.some(({ kind }) => kind === 'trap');

    for (const type of ['independent', 'duo', 'controlled'])
      expect(
        share(
          ADS.filter((one) => one.type === type),
          trapped,
        ),
      ).toBeGreaterThan(0.3);
  });
});

describe('what else an ad shows tells nothing of who stands behind it', () => {
  const controlled = ADS.filter(isControlled);
  const persons = ADS.filter(({ type }) => type === 'independent');
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

  it('neither the moment of posting nor the place in the list nor the number of renewals', () => {
    const age = ({ ad }: (typeof ADS)[number]) => (toEpoch(NOW) - toEpoch(ad.postedAt)) / 86_400;
    const place = ({ ad }: (typeof ADS)[number]) => Number(ad.id);

    expect(Math.abs(mean(controlled.map(age)) - mean(persons.map(age)))).toBeLessThan(1);
    expect(Math.abs(mean(controlled.map(place)) - mean(persons.map(place)))).toBeLessThan(1);
    expect(
      Math.abs(mean(controlled.map(({ ad }) => ad.renewals)) - mean(persons.map(({ ad }) => ad.renewals))),
    ).toBeLessThan(0.3);
  });

  it('nor whether the ad was ever edited', () => {
    const edited = ({ ad }: (typeof ADS)[number]) => ad.versions.length > 1;

    expect(share(controlled, edited)).toBeGreaterThan(0.05);
    expect(Math.abs(share(controlled, edited) - share(persons, edited))).toBeLessThan(TOLERANCE);
  });

  it('nor the title', () => {
    const pattern = ({ ad }: (typeof ADS)[number]) =>
      [...LIBRARY.lexicon.names, ...PROFILE.towns.map(({ name }) => name)].reduce(
        (title, name) => title.replace(new RegExp(`\\b${name}\\b`), '·'),
        ad.title,
      );
    const patterns = new Set(controlled.map(pattern));

    for (const one of patterns)
      expect(
        Math.abs(share(controlled, (ad) => pattern(ad) === one) - share(persons, (ad) => pattern(ad) === one)),
      ).toBeLessThan(TOLERANCE);
  });

  it('nor any single sentence that carries no label', () => {
    const plain = (ads: typeof ADS) =>
      new Set(
        ads.flatMap(({ shown, truth }) =>
          shown.sentences.filter(
            (_, n) => !truth.labels.some(({ at, indicator }) => at === `s${n + 1}` && indicator !== 'template-text'),
          ),
        ),
      );
    const nameless = (sentence: string) =>
      [...LIBRARY.lexicon.names, ...PROFILE.towns.map(({ name }) => name)].reduce(
        (text, name) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), '·'),
        sentence,
      );
    const ofPersons = new Set([...plain(persons)].map(nameless));

    expect([...plain(controlled)].map(nameless).filter((sentence) => !ofPersons.has(sentence))).toEqual([]);
  });
});
