import type { DetectionAction, Mark } from '#kinds/detection/model/play.ts';
import type { AdTruth, Label } from '#market/ads/model/ground-truth.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { isSought, type ReadAttempt } from './attempt.ts';

interface MarksRead {
  /** Number of marks at the end; below, their verdicts. */
  readonly set: number;
  readonly right: number;
  readonly wrong: number;
  /** Wrong marks that are the first one in a sign and name another sign. */
  readonly half: number;
  readonly traps: number;
  readonly cues: number;
  /** Marks that repeat another mark. */
  readonly again: number;
  /** Signs of knowable controlled ads without a mark, with their counts. */
  readonly missed: ReadonlyMap<string, number>;
  /** By sign: how often it was found, missed, and marked where it is not or does not count. */
  readonly bySign: ReadonlyMap<string, SignRead>;
}

interface SignRead {
  found: number;
  missed: number;
  wrong: number;
}

/** A span of characters, or a field, which overlaps only with a mark on the same field. */
type Place = { readonly from: number; readonly to: number } | { readonly field: string };

/** Minimum overlap of mark and sign in characters: a word or two. At least half of the mark must overlap too. */
const MIN_OVERLAP = 8;

/** Compares every mark at the end with the planted labels. */
export function weighMarks(
  attempt: ReadAttempt,
  acts: readonly DetectionAction[],
  open: readonly AdTruth[],
): MarksRead {
  const ads = new Set(open.map(({ ad }) => ad));
  const standing = new Map<string, Mark>();
  for (const act of acts) {
    if (act.type === 'ad.marked' && ads.has(act.ad)) {
      const name = `${act.ad} ${act.at} ${act.indicator}`;
      if (!standing.has(name)) standing.set(name, act);
    }
    if (act.type === 'ad.unmarked') standing.delete(`${act.ad} ${act.at} ${act.indicator}`);
  }
  const byAd = Map.groupBy(standing.values(), ({ ad }) => ad);
  const sum = { set: standing.size, right: 0, wrong: 0, half: 0, traps: 0, cues: 0, again: 0 };
  const missed = new Map<string, number>();
  const bySign = new Map<string, SignRead>();
  const count = (sign: string, what: keyof SignRead) => {
    const read = bySign.get(sign) ?? { found: 0, missed: 0, wrong: 0 };
    read[what] += 1;
    bySign.set(sign, read);
  };
  for (const ad of open) {
    const labels = ad.labels.filter(({ at }) => !at.startsWith('r:'));
    const named = new Set<Label>();
    const misnamed = new Set<Label>();
    for (const mark of byAd.get(ad.ad) ?? []) {
      const { label, isNamed } = labelUnder(mark, labels, attempt);
      if (label && isNamed && named.has(label)) sum.again += 1;
      else if (!label || !isNamed) sum.wrong += 1;
      else if (label.kind === 'sign') sum.right += 1;
      else if (label.kind === 'trap') sum.traps += 1;
      else sum.cues += 1;
      const isAgain = label !== undefined && isNamed && named.has(label);
      if (!isAgain && !(isNamed && label?.kind === 'cue'))
        count(mark.indicator, isNamed && label?.kind === 'sign' ? 'found' : 'wrong');
      if (label && isNamed) named.add(label);
      if (label && !isNamed) misnamed.add(label);
    }
    sum.half += misnamed.size;
    if (!isSought(ad) || attempt.isUnknowable(ad)) continue;
    for (const label of labels)
      if (label.kind === 'sign' && !named.has(label))
        missed.set(label.indicator, (missed.get(label.indicator) ?? 0) + 1);
  }
  for (const [sign, times] of missed) for (let n = 0; n < times; n++) count(sign, 'missed');
  return { ...sum, missed, bySign };
}

/** The label under a mark: preferably the one that it names, else another one; the largest overlap decides. */
function labelUnder(
  mark: Mark,
  labels: readonly Label[],
  attempt: ReadAttempt,
): { readonly label: Label | undefined; readonly isNamed: boolean } {
  const ad = attempt.ad(mark.ad);
  const place = placeOf(mark.at, ad);
  const best = (among: readonly Label[]) => {
    const met = among
      .map((label) => ({ label, common: commonOf(place, placeOf(label.at, ad)) }))
      .filter(({ common }) => common > 0);
    return met.reduce<(typeof met)[number] | undefined>((a, b) => (a && a.common >= b.common ? a : b), undefined)
      ?.label;
  };
  const named = best(labels.filter(({ indicator }) => indicator === mark.indicator));
  if (named) return { label: named, isNamed: true };
  return { label: best(labels.filter(({ kind }) => kind === 'sign')), isNamed: false };
}

/** The place of a mark. Offsets of a free mark count in the sentences joined by one space. */
function placeOf(at: string, ad: Ad | undefined): Place | undefined {
  const sentences = ad?.versions.at(-1)?.sentences ?? [];
  if (at.startsWith('f:')) return { field: at };
  const [, comment] = /^c(\d+)$/.exec(at) ?? [];
  if (comment !== undefined) return ad?.comments?.[Number(comment) - 1] && { field: at };
  const [, version, line] = /^v(\d+):s(\d+)$/.exec(at) ?? [];
  if (version !== undefined) {
    const taken = ad?.versions[Number(version) - 1]?.sentences[Number(line) - 1];
    return taken === undefined || sentences.includes(taken) ? undefined : { field: at };
  }
  const text = sentences.join(' ');
  const [, from, to] = /^t:(\d+)-(\d+)$/.exec(at) ?? [];
  if (from !== undefined && to !== undefined) return { from: Number(from), to: Math.min(text.length, Number(to)) };
  const n = Number(/^s(\d+)$/.exec(at)?.[1] ?? 0);
  const sentence = sentences[n - 1];
  if (sentence === undefined) return undefined;
  const before = sentences.slice(0, n - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return { from: before, to: before + sentence.length };
}

function commonOf(mark: Place | undefined, sign: Place | undefined): number {
  if (!mark || !sign) return 0;
  if ('field' in mark || 'field' in sign)
    return 'field' in mark && 'field' in sign && mark.field === sign.field ? MIN_OVERLAP : 0;
  const common = Math.min(mark.to, sign.to) - Math.max(mark.from, sign.from);
  return 2 * common >= mark.to - mark.from && common >= Math.min(MIN_OVERLAP, sign.to - sign.from)
    ? Math.max(0, common)
    : 0;
}
