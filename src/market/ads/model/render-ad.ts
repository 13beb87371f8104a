import { type AdSource, adAt } from './ad-at.ts';
import type { GroundTruth, Label } from './ground-truth.ts';
import type { Ad, Locator, Market } from './market.ts';

/** The text of an ad as one string, sentence by sentence; empty for a withheld ad. */
export function renderAd(market: AdSource, index: number): string {
  return textOf(adAt(market, index));
}

/** The sentences of an ad's last version, joined by single spaces; empty for a withheld ad. */
export function textOf(ad: Ad): string {
  return (ad.versions.at(-1)?.sentences ?? []).join(' ');
}

/** The same text with the span of every label that is in a sentence, in UTF-16 units from the start. */
export function renderAdWithLabels(market: Market, truth: GroundTruth, index: number) {
  const ad = adAt(market, index);
  const { text, starts } = join(ad);
  const labels = truth.ads.find((entry) => entry.ad === ad.id)?.labels ?? [];
  const spans = labels.flatMap((label): { label: Label; from: number; to: number }[] => {
    const span = starts.get(label.at);
    return span ? [{ label, from: span[0], to: span[1] }] : [];
  });
  return { text, spans };
}

/** Joins sentences by single spaces and computes each span while joining; it never searches for them afterwards. */
function join(ad: Ad) {
  const sentences = ad.versions.at(-1)?.sentences ?? [];
  const starts = new Map<Locator, readonly [number, number]>();
  let text = '';
  sentences.forEach((sentence, n) => {
    if (text) text += ' ';
    starts.set(`s${n + 1}`, [text.length, text.length + sentence.length]);
    text += sentence;
  });
  return { text, starts };
}
