import { describe, expect, it } from 'vitest';
import { isControlled } from '#kinds/detection/model/answer-of.ts';
import type { DetectionAction } from '#kinds/detection/model/play.ts';
import { DETECTION_READS } from '#kinds/detection/model/schemas.ts';
import { annotateAds } from '#kinds/detection/screens/annotated-ad.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import type { Label } from '#market/ads/model/ground-truth.ts';
import { STORY_FIELD_NAMES } from '#market/ads/model/market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { fieldOrder } from '../../../../support/attack/seen-market.ts';
import { seeds } from '../../../../support/builders/a-market.ts';
import { aReaderOf } from '../../../../support/builders/a-reader.ts';

const marked = (ad: string, at: string, indicator: string): DetectionAction => ({
  type: 'ad.marked',
  ad,
  at,
  indicator,
});
const isStoryField = (at: string) => STORY_FIELD_NAMES.some((name) => at === `f:${name}`);

/** The first market of a setting where a sign that is asked for stands at such a place. */
function find(setting: MarketProfileId, isPlace: (at: string) => boolean) {
  for (const seed of seeds('marks on posts', 12)) {
    const made = generateMarket(fieldOrder(setting, seed));
    const reader = aReaderOf(made);
    const wanted = reader.judged.filter((ad) => isControlled(ad) && !ad.notKnowable);
    for (const { ad, labels } of wanted)
      for (const label of labels)
        if (label.kind === 'sign' && isPlace(label.at) && isAlone(label, labels)) return { ...made, reader, ad, label };
  }
  throw new Error(`No market of ${setting} shows a sign there.`);
}

/** One place can show several things: here it shows one. */
const isAlone = (label: Label, all: readonly Label[]) => all.filter(({ at }) => at === label.at).length === 1;

describe.each([
  ['a comment', 'JOB', (at: string) => /^c\d+$/.test(at)],
  ['a line that was taken out', 'PRO', (at: string) => /^v1:s\d+$/.test(at)],
  ['a field that only posts have', 'BUY', isStoryField],
  ['the employer that an offer does not name', 'JOB', (at: string) => at === 'f:employer'],
] as const)('a mark on %s', (_, setting, isPlace) => {
  const { market, reader, ad, label } = find(setting, isPlace);
  const sentence = reader.judged
    .filter((one) => isControlled(one) && !one.notKnowable)
    .flatMap((one) => one.labels.map((own) => ({ ...own, ad: one.ad, labels: one.labels })))
    .find((own) => own.kind === 'sign' && /^s\d/.test(own.at) && isAlone(own, own.labels));
  const signs = (...actions: readonly DetectionAction[]) => reader.score(actions).raw['detection.signs'] ?? Number.NaN;

  it('is worth what a mark on a sentence is', () => {
    if (!sentence) throw new Error('No sign stands in a sentence.');
    const worth = signs(marked(ad, label.at, label.indicator));
    expect(worth).toBeGreaterThan(0);
    expect(worth).toBe(signs(marked(sentence.ad, sentence.at, sentence.indicator)));
    expect(signs(marked(ad, 's1', label.indicator))).toBeLessThan(worth);
  });

  it('is explained at its place, and missed there without the mark', () => {
    const at = { ad, locator: label.at };
    const { findings } = reader.score([marked(ad, label.at, label.indicator)]);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'hit', at, indicator: label.indicator }));
    expect(reader.score([]).findings).toContainEqual(
      expect.objectContaining({ kind: 'miss', at, indicator: label.indicator }),
    );
  });

  it('stands on the exhibit of the debrief, and a place that the ad does not have does not', () => {
    const other = label.at.startsWith('c') ? 'c99' : 'v9:s9';
    const { findings } = reader.score([
      marked(ad, label.at, label.indicator),
      marked(ad, other, label.indicator),
      marked(ad, 'f:budget', label.indicator),
    ]);
    const placed = annotateAds(market, findings).find(({ id }) => id === ad)?.placed ?? [];
    const goneAt = new Map(placed.map(({ locator, isGone }) => [locator, isGone]));
    expect(goneAt.get(label.at)).toBe(false);
    expect(goneAt.get(other)).toBe(true);
    expect(goneAt.get('f:budget')).toBe(true);
  });

  it('is a place that a saved log may name', () => {
    const page = findAd(market, ad);
    const unknown = (at: string) => DETECTION_READS.unknownPlace?.({ ...marked(ad, at, label.indicator) }, page);
    expect(unknown(label.at)).toBeUndefined();
    expect(unknown('c99')).toBe('c99');
    expect(unknown('v9:s9')).toBe('v9:s9');
  });

  it('is made by the player that knows the truth', () => {
    expect(reader.actionsOf('oracle')).toContainEqual(marked(ad, label.at, label.indicator));
    expect(reader.plays('oracle').scaled['detection.signs']).toBe(1);
  });
});
