import type { Finding, FindingKind } from '#case/exercise/model/exercise-kind.ts';
import { markedText, stretchesOf, type TextStretch } from '#kinds/detection/model/stretch.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { placesOfAd, readPlace } from '#market/ads/model/page-places.ts';
import { isFree } from './mark-place.ts';

/** A finding at a sentence or field, with the number it carries in the exhibit and in the margin. */
export interface PlacedFinding {
  readonly n: number;
  readonly locator: string;
  readonly finding: Finding;
  /** Where it lies, in characters of the text; fields lie behind it. Empty where the ad has no such place. */
  readonly stretch: TextStretch;
  /** True where the ad has no such place: the note is kept, and the exhibit shows no line for it. */
  readonly isGone: boolean;
}

/** Everything the debrief says of one ad. */
export interface AnnotatedAd {
  readonly id: string;
  readonly title: string;
  readonly whole: readonly Finding[];
  readonly placed: readonly PlacedFinding[];
  /** Notes at its places, by kind; kinds without a note are left out. */
  readonly tally: readonly (readonly [PlacedKind, number])[];
}

/** Kinds of note that stand at a place of an ad. */
export const KINDS = ['hit', 'miss', 'falseFlag', 'trap', 'cue'] as const satisfies readonly FindingKind[];
type PlacedKind = (typeof KINDS)[number];

/** Where several findings meet at one place, the first of these gives the line; the others add their number. */
const LINE_ORDER: readonly FindingKind[] = ['hit', 'trap', 'falseFlag', 'miss', 'cue'];

/**
 * The ads that have findings, and those that are asked for besides, in the order of the market, with notes numbered as a
 * reader meets them.
 */
export function annotateAds(
  market: Market,
  findings: readonly Finding[],
  also: { has(ad: string): boolean } = new Set<string>(),
): AnnotatedAd[] {
  const byAd = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { ad } = finding.at;
    const ofFinding = finding.indicator !== undefined || finding.reason.startsWith('ad.');
    if (ad !== undefined && ofFinding) byAd.set(ad, [...(byAd.get(ad) ?? []), finding]);
  }
  return market.ads.flatMap(({ id }) => {
    const own = byAd.get(id) ?? (also.has(id) ? [] : undefined);
    return own ? [annotate(market, id, own)] : [];
  });
}

function annotate(market: Market, id: string, findings: readonly Finding[]): AnnotatedAd {
  const ad = findAd(market, id);
  const sentences = ad?.versions.at(-1)?.sentences ?? [];
  const places = ad ? placesOfAd(ad) : [];
  const stretchOf = stretchesOf(sentences, places);
  const end = markedText(sentences).length;
  const placed = findings
    .flatMap((finding) => {
      const { locator } = finding.at;
      if (locator === undefined) return [];
      const stretch = stretchOf(locator);
      const isMissing = readPlace(locator) !== undefined && !places.some((place) => place === locator);
      const isCut = isFree(locator) && Number(locator.split('-')[1]) > end;
      return [{ locator, finding, stretch, isGone: stretch.from === stretch.to || isMissing || isCut }];
    })
    .sort(
      (a, b) =>
        Number(a.isGone) - Number(b.isGone) ||
        a.stretch.from - b.stretch.from ||
        a.stretch.to - b.stretch.to ||
        lineOrder(a.finding) - lineOrder(b.finding),
    )
    .map((entry, at) => ({ ...entry, n: at + 1 }));
  const count = (kind: FindingKind) => placed.filter(({ finding }) => finding.kind === kind).length;
  const whole = findings.filter(({ at }) => at.locator === undefined);
  const tally = KINDS.map((kind) => [kind, count(kind)] as const);
  return { id, title: ad?.title ?? '', whole, placed, tally: tally.filter(([, n]) => n > 0) };
}

/** Which of the findings over a piece gives its line: the longest, and of several the most telling. */
export function lineOf(over: readonly PlacedFinding[]): PlacedFinding | undefined {
  const length = ({ stretch }: PlacedFinding) => stretch.to - stretch.from;
  return over.toSorted((a, b) => length(b) - length(a) || lineOrder(a.finding) - lineOrder(b.finding))[0];
}

const lineOrder = ({ kind }: Finding) => LINE_ORDER.indexOf(kind);
