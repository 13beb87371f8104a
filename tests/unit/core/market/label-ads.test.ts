import { describe, expect, it } from 'vitest';
import type { Label } from '#core/market/ground-truth.ts';
import { type FieldName, isHidden } from '#core/market/market.ts';
import { PLANTED_INDICATORS } from '#core/market/planted-indicators.ts';
import { aMarket, openAds, seeds } from '../../../support/builders/a-market.ts';
import { LIBRARY, PROFILE } from '../../../support/builders/the-library.ts';

const MADE = seeds('labels', 60).map((seed) => aMarket({ seed }));
const ADS = MADE.map(openAds);
const median = new Map(PROFILE.towns.map((town) => [town.name, town.median]));

const SHARED: readonly (readonly [string, FieldName])[] = [
  ['shared-phone', 'phone'],
  ['same-room', 'room'],
  ['shared-image-id', 'picture'],
  ['shared-payment-handle', 'payment'],
];

/** The working name that an ad shows: the only name of the lexicon in its title, or else the first one in its text. */
function nameOn({ title, text }: { title: string; text: string }): string | undefined {
  return (
    LIBRARY.lexicon.names.find((name) => new RegExp(`\\b${name}\\b`).test(title)) ??
    LIBRARY.lexicon.names.find((name) => new RegExp(`\\b${name}\\b`).test(text))
  );
}

describe('the truth about what ads share', () => {
  it.each(SHARED)('%s stands exactly on ads whose %s another ad shows too', (indicator, field) => {
    for (const ads of ADS) {
      for (const { ad, shown, truth } of ads) {
        const value = shown.fields[field];
        const others = ads.filter(
          (other) =>
            other.ad.id !== ad.id && value !== undefined && !isHidden(value) && other.shown.fields[field] === value,
        );
        const label = truth.labels.find((entry) => entry.indicator === indicator);

        if (label) {
          expect(label.at).toBe(`f:${field}`);
          expect(label.peers.length).toBeGreaterThan(0);
          expect(others.map((other) => other.ad.id)).toEqual(expect.arrayContaining([...label.peers]));
        } else {
          // Two ads of one and the same person may share a number; that is no sign.
          const names = new Set(
            [{ ad, shown }, ...others].map((one) =>
              nameOn({ title: one.ad.title, text: one.shown.sentences.join(' ') }),
            ),
          );
          expect(names.size).toBe(1);
        }
      }
    }
  });

  it('template-text joins ads that say the same but for a name', () => {
    const found = ADS.flatMap((ads) => {
      const textOf = new Map(ads.map(({ ad, shown }) => [ad.id, shown.sentences.join('\n')]));
      return ads.flatMap(({ ad, truth }) =>
        truth.labels
          .filter(({ indicator }) => indicator === 'template-text')
          .flatMap(({ peers }) => peers.map((peer) => [textOf.get(ad.id) ?? '', textOf.get(peer) ?? ''] as const)),
      );
    });
    const nameless = (text: string) =>
      LIBRARY.lexicon.names.reduce((left, name) => left.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), '·'), text);

    expect(found.length).toBeGreaterThan(100);
    for (const [one, other] of found) expect(nameless(one)).toBe(nameless(other));
  });

  it('edges are the pairs of the labels, with the truth whether one actor stands behind both', () => {
    for (const { truth } of MADE) {
      const actorOf = new Map(truth.ads.map(({ ad, actor }) => [ad, actor]));
      const pairs = truth.ads.flatMap(({ ad, labels }) =>
        labels.flatMap(({ indicator, peers }) =>
          peers.map((peer) => `${indicator} ${[ad, peer].toSorted().join(' ')}`),
        ),
      );

      expect(new Set(truth.edges.map(({ kind, a, b }) => `${kind} ${[a, b].toSorted().join(' ')}`))).toEqual(
        new Set(pairs),
      );
      for (const { a, b, sameActor } of truth.edges) expect(sameActor).toBe(actorOf.get(a) === actorOf.get(b));
    }
  });
});

describe('the truth about one ad', () => {
  const withLabel = (indicator: string) =>
    ADS.flat().filter(({ truth }) => truth.labels.some((label) => label.indicator === indicator));
  const without = (indicator: string) =>
    ADS.flat().filter(({ truth }) => !truth.labels.some((label) => label.indicator === indicator));
  const price = (text: string | undefined) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN);

  it('price-below-market stands exactly where the price is at most three fifths of the median of the town', () => {
    const share = ({ shown }: (typeof ADS)[number][number]) =>
      price(shown.fields.price) / (median.get(shown.fields.town ?? '') ?? 0);

    expect(withLabel('price-below-market').length).toBeGreaterThan(100);
    for (const ad of withLabel('price-below-market')) expect(share(ad)).toBeLessThanOrEqual(0.6);
    for (const ad of without('price-below-market').filter(({ shown }) => shown.fields.price))
      expect(share(ad)).toBeGreaterThan(0.6);
  });

  it('always-available and obscured-phone stand exactly where the field says so', () => {
    expect(new Set(withLabel('always-available').map(({ shown }) => shown.fields.hours))).toEqual(
      new Set(['0 to 24 h']),
    );
    expect(without('always-available').filter(({ shown }) => shown.fields.hours === '0 to 24 h')).toEqual([]);
    expect(withLabel('obscured-phone').every(({ shown }) => isHidden(shown.fields.phone ?? ''))).toBe(true);
    expect(without('obscured-phone').filter(({ shown }) => isHidden(shown.fields.phone ?? ''))).toEqual([]);
  });

  it('a label of a sentence points at a sentence of the lexicon that shows just that', () => {
    const phrases = Object.values(LIBRARY.lexicon.phrases).flat();
    const fits = (pattern: string, text: string) =>
      new RegExp(`^${pattern.replaceAll(/[.$?*+()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '.+?')}$`).test(text);
    const inSentence = (label: Label) => label.at.startsWith('s') && label.indicator !== 'template-text';

    for (const { shown, truth } of ADS.flat())
      for (const { at, kind, indicator } of truth.labels.filter(inSentence)) {
        const sentence = shown.sentences[Number(at.slice(1)) - 1] ?? '';
        expect(phrases.filter((phrase) => phrase[kind] === indicator).some(({ text }) => fits(text, sentence))).toBe(
          true,
        );
      }
  });

  it('names indicators of the catalogue only, each with its own kind and with words on who stands behind it', () => {
    const labels = MADE.flatMap(({ truth }) => truth.ads.flatMap((ad) => ad.labels));

    for (const { indicator, kind } of labels) expect(LIBRARY.catalogue.get(indicator)?.kind).toBe(kind);
    expect(labels.filter(({ why }) => !Object.values(LIBRARY.lexicon.why).includes(why))).toEqual([]);
  });

  it('is planted by the generator itself for the indicators that the library is asked for, and otherwise by a sentence', () => {
    const inLexicon = new Set(
      Object.values(LIBRARY.lexicon.phrases)
        .flat()
        .flatMap(({ sign, trap, cue }) => [sign, trap, cue]),
    );
    const planted = new Set(
      MADE.flatMap(({ truth }) => truth.ads.flatMap(({ labels }) => labels.map(({ indicator }) => indicator))),
    );

    for (const indicator of PLANTED_INDICATORS) expect(planted).toContain(indicator);
    for (const indicator of planted) expect([...PLANTED_INDICATORS, ...inLexicon]).toContain(indicator);
  });

  it('the label of a withheld card points at the fact about the age', () => {
    for (const { market, truth } of MADE) {
      const card = market.ads.find(({ withheld }) => withheld);
      const label = truth.ads.find(({ ad }) => ad === card?.id)?.labels[0];

      expect(card?.withheld?.facts[Number(label?.at.slice(1)) - 1]).toMatch(/age/);
    }
  });
});
