import { type Readers, type Truth, truth } from './attempt.ts';
import type { ReadBench } from './bench.ts';
import { fateOf, standsAsItStood } from './bench-pages.ts';
import { firstOf } from './story-acts.ts';

/** How things stood when the first report or contact went out. */
interface AtAlarm {
  /** No page that belongs in the locker was kept, be it as a picture. */
  readonly isNothing: boolean;
  /** No page that belongs in the locker has a copy that counts. */
  readonly isWithoutCopy: boolean;
  /** Of at least one page there was no copy that counts. */
  readonly isWithoutCopyAtAlarm: boolean;
  /** At least one page had not been copied, and had not been found to be gone. */
  readonly isMissing: boolean;
  readonly isSomeGone: boolean;
  /** A report went out before any request to keep data, or after one. */
  readonly isUnasked: boolean;
  readonly isAsked: boolean;
}

type Fate = 'native' | 'picture' | 'gone' | 'missing';

/** What there was of a page before an event. A picture stands for a page only where there is no copy of it, good or bad. */
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

/** True where a report or a contact came in the wrong order (error E6). */
export function isOutOfOrder(bench: ReadBench): boolean {
  const { isNothing, isMissing, isUnasked } = atAlarm(bench);
  return bench.alarm !== undefined && (isNothing || isMissing || isUnasked);
}

/** True, and said wherever nothing weightier is: `must` says where it has to be. */
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

/** What came first of all that can warn somebody; undefined where nothing did. */
function warnedBy({ alarm, shown }: ReadBench): 'report' | 'contact' | undefined {
  if (alarm === undefined) return undefined;
  return firstOf(shown, 'notify') === alarm ? 'report' : 'contact';
}

/** What is said of the order of the acts at a bench. */
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
  // Whoever has the first version, or still finds it at its address, can tell what stood there.
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
