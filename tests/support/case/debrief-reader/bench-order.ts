import { type Readers, type Truth, truth } from './attempt.ts';
import type { ReadBench } from './bench.ts';
import { fateOf, standsAsItStood } from './bench-pages.ts';
import { firstOf } from './story-acts.ts';

/** State of the bench at the first alarm (notice or contact). */
interface AtAlarm {
  /** No page that belongs in the locker was kept, not even as a picture. */
  readonly isNothing: boolean;
  /** No page that belongs in the locker has a copy that counts. */
  readonly isWithoutCopy: boolean;
  /** At least one page had no copy that counts. */
  readonly isWithoutCopyAtAlarm: boolean;
  /** At least one page was neither copied nor known to be gone. */
  readonly isMissing: boolean;
  readonly isSomeGone: boolean;
  /** `isUnasked`: a notice was sent before any preservation request; `isAsked`: after one. */
  readonly isUnasked: boolean;
  readonly isAsked: boolean;
}

type Fate = 'native' | 'picture' | 'gone' | 'missing';

/** What was kept of a page before an event. A picture counts only if the page has no capture, or one that counts. */
function fateBefore(bench: ReadBench, ad: string, alarm: number): Fate {
  const [copy] = bench.copiesOf(ad);
  if (copy) return copy.seq < alarm ? 'native' : 'missing';
  const picture = pictureOf(bench, ad);
  if (picture !== undefined) return picture < alarm ? 'picture' : 'missing';
  const gone = bench.captures.some((one) => one.ad === ad && one.counts && !one.isPage && one.seq < alarm);
  return gone ? 'gone' : 'missing';
}

function pictureOf(bench: ReadBench, ad: string): number | undefined {
  const captures = bench.captures.filter((one) => one.ad === ad);
  if (captures.length > 0 && captures.every(({ counts }) => !counts)) return undefined;
  return bench.pictures().find(({ action }) => action.ad === ad)?.seq;
}

function atAlarm(bench: ReadBench): AtAlarm {
  const { alarm, wanted, shown } = bench;
  const isWithoutCopy = wanted.every((ad) => bench.copiesOf(ad).length === 0);
  const isNothing = isWithoutCopy && wanted.every((ad) => pictureOf(bench, ad) === undefined);
  const fates = alarm === undefined ? [] : wanted.map((ad) => fateBefore(bench, ad, alarm));
  const [report, request] = [firstOf(shown, 'notify'), firstOf(shown, 'request')];
  const isAsked = report !== undefined && request !== undefined && request < report;
  return {
    isNothing,
    isWithoutCopy,
    isWithoutCopyAtAlarm: fates.some((fate) => fate !== 'native'),
    isMissing: fates.includes('missing'),
    isSomeGone: fates.includes('gone'),
    isUnasked: report !== undefined && !isAsked,
    isAsked,
  };
}

/** True if a notice or a contact came in the wrong order (error E6). */
export function isOutOfOrder(bench: ReadBench): boolean {
  const { isNothing, isMissing, isUnasked } = atAlarm(bench);
  return bench.alarm !== undefined && (isNothing || isMissing || isUnasked);
}

/** A sentence that may be left out for a weightier one, unless `must`. */
const mayBe = (holds: boolean, must: boolean): readonly Truth[] => truth(holds, must ? {} : { optional: true });

function nothing(bench: ReadBench, needsAlarm: boolean): readonly Truth[] {
  const { isNothing, isWithoutCopy } = atAlarm(bench);
  return mayBe(isWithoutCopy && (!needsAlarm || bench.alarm !== undefined), isNothing);
}

function latePages(bench: ReadBench): readonly Truth[] {
  const { isWithoutCopyAtAlarm, isMissing, isNothing } = atAlarm(bench);
  return mayBe(isWithoutCopyAtAlarm, isMissing && !isNothing);
}

function unasked(bench: ReadBench): readonly Truth[] {
  const { isUnasked, isNothing } = atAlarm(bench);
  return mayBe(isUnasked, !isNothing);
}

/** Kind of the first alarm; undefined if there was none. */
function warnedBy({ alarm, shown }: ReadBench): 'report' | 'contact' | undefined {
  if (alarm === undefined) return undefined;
  return firstOf(shown, 'notify') === alarm ? 'report' : 'contact';
}

/** Sentences about the order of the acts at a bench. */
export const ORDER_READERS: Readers<ReadBench> = {
  'gate.order.open': (bench) => {
    const { isMissing, isSomeGone, isUnasked, isNothing } = atAlarm(bench);
    return mayBe(bench.alarm !== undefined && !isMissing && !isSomeGone, !isUnasked && !isNothing);
  },
  'gate.order.open.gone': (bench) => {
    const { isMissing, isSomeGone, isUnasked, isNothing } = atAlarm(bench);
    return mayBe(bench.alarm !== undefined && !isMissing && isSomeGone, !isUnasked && !isNothing);
  },
  'gate.order.open.request': (bench) => {
    const { isAsked, isMissing, isNothing } = atAlarm(bench);
    return mayBe(isAsked, !isMissing && !isNothing);
  },
  'gate.order.quiet': (bench) => mayBe(bench.alarm === undefined, !atAlarm(bench).isNothing),
  'gate.order.nothing': (bench) => nothing(bench, false),
  'gate.order.pages': (bench) => {
    const { alarm = 0 } = bench;
    return latePages(bench).map((found) => ({ ...found, params: { alarm }, events: [alarm] }));
  },
  'gate.order.request': unasked,
  'error.E6.nothing.report': (bench) => (warnedBy(bench) === 'report' ? nothing(bench, true) : []),
  'error.E6.nothing.contact': (bench) => (warnedBy(bench) === 'contact' ? nothing(bench, true) : []),
  'error.E6.pages.report': (bench) => (warnedBy(bench) === 'report' ? latePages(bench) : []),
  'error.E6.pages.contact': (bench) => (warnedBy(bench) === 'contact' ? latePages(bench) : []),
  // Only pages whose first version was neither kept nor is still at its address.
  'error.E6.before': (bench) => {
    const { alarm } = bench;
    if (alarm === undefined) return [];
    const ads = bench.wanted.filter(
      (ad) =>
        fateBefore(bench, ad, alarm) === 'missing' && fateOf(bench, ad).fate !== 'kept' && !standsAsItStood(bench, ad),
    );
    return truth(ads.length > 0, { params: { ads: ads.join(', ') } });
  },
  'error.E6.request': unasked,
};
