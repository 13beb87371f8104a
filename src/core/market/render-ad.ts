import { adAt } from './ad-at.ts';
import type { GroundTruth, Label } from './ground-truth.ts';
import type { Locator, Market } from './market.ts';

/** The text of an ad as one string, sentence by sentence; empty for a withheld ad. */
export function renderAd(market: Market, index: number): string {
  return join(market, index).text;
}

/** The same text with the span of every label that stands in a sentence, in UTF-16 units from the beginning. */
export function renderAdWithLabels(market: Market, truth: GroundTruth, index: number) {
  const { text, starts } = join(market, index);
  const ad = adAt(market, index);
  const labels = truth.ads.find((entry) => entry.ad === ad.id)?.labels ?? [];
  const spans = labels.flatMap((label): { label: Label; from: number; to: number }[] => {
    const span = starts.get(label.at);
    return span ? [{ label, from: span[0], to: span[1] }] : [];
  });
  return { text, spans };
}

/** Sentences are joined by one blank, and each span is counted while joining, never searched for afterwards. */
function join(market: Market, index: number) {
  const sentences = adAt(market, index).versions.at(-1)?.sentences ?? [];
  const starts = new Map<Locator, readonly [number, number]>();
  let text = '';
  sentences.forEach((sentence, n) => {
    if (text) text += ' ';
    starts.set(`s${n + 1}`, [text.length, text.length + sentence.length]);
    text += sentence;
  });
  return { text, starts };
}
