import { type Readers, type Truth, truth } from './attempt.ts';
import type { ReadWorkbench } from './bench.ts';
import { fateOf, standsAsItStood } from './bench-pages.ts';
import { firstOf } from './story-acts.ts';

/** State of the workbench at the first alarm (notice or contact). */
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
function fateBefore(workbench: ReadWorkbench, ad: string, alarm: number): Fate {
  const [copy] = workbench.copiesOf(ad);
  if (copy) return copy.seq < alarm ? 'native' : 'missing';
  const picture = pictureOf(workbench, ad);
  if (picture !== undefined) return picture < alarm ? 'picture' : 'missing';
  const gone = workbench.captures.some((one) => one.ad === ad && one.counts && !one.isPage && one.seq < alarm);
  return gone ? 'gone' : 'missing';
}

function pictureOf(workbench: ReadWorkbench, ad: string): number | undefined {
  const captures = workbench.captures.filter((one) => one.ad === ad);
  if (captures.length > 0 && captures.every(({ counts }) => !counts)) return undefined;
  return workbench.pictures().find(({ action }) => action.ad === ad)?.seq;
}

function atAlarm(workbench: ReadWorkbench): AtAlarm {
  const { alarm, wanted, shown } = workbench;
  const isWithoutCopy = wanted.every((ad) => workbench.copiesOf(ad).length === 0);
  const isNothing = isWithoutCopy && wanted.every((ad) => pictureOf(workbench, ad) === undefined);
  const fates = alarm === undefined ? [] : wanted.map((ad) => fateBefore(workbench, ad, alarm));
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
export function isOutOfOrder(workbench: ReadWorkbench): boolean {
  const { isNothing, isMissing, isUnasked } = atAlarm(workbench);
  return workbench.alarm !== undefined && (isNothing || isMissing || isUnasked);
}

/** A sentence that may be left out for a weightier one, unless `must`. */
const mayBe = (holds: boolean, must: boolean): readonly Truth[] => truth(holds, must ? {} : { optional: true });

function nothing(workbench: ReadWorkbench, needsAlarm: boolean): readonly Truth[] {
  const { isNothing, isWithoutCopy } = atAlarm(workbench);
  return mayBe(isWithoutCopy && (!needsAlarm || workbench.alarm !== undefined), isNothing);
}

function latePages(workbench: ReadWorkbench): readonly Truth[] {
  const { isWithoutCopyAtAlarm, isMissing, isNothing } = atAlarm(workbench);
  return mayBe(isWithoutCopyAtAlarm, isMissing && !isNothing);
}

function unasked(workbench: ReadWorkbench): readonly Truth[] {
  const { isUnasked, isNothing } = atAlarm(workbench);
  return mayBe(isUnasked, !isNothing);
}

/** Kind of the first alarm; undefined if there was none. */
function warnedBy({ alarm, shown }: ReadWorkbench): 'report' | 'contact' | undefined {
  if (alarm === undefined) return undefined;
  return firstOf(shown, 'notify') === alarm ? 'report' : 'contact';
}

/** Sentences about the order of the acts at a workbench. */
export const ORDER_READERS: Readers<ReadWorkbench> = {
  'gate.order.open': (workbench) => {
    const { isMissing, isSomeGone, isUnasked, isNothing } = atAlarm(workbench);
    return mayBe(workbench.alarm !== undefined && !isMissing && !isSomeGone, !isUnasked && !isNothing);
  },
  'gate.order.open.gone': (workbench) => {
    const { isMissing, isSomeGone, isUnasked, isNothing } = atAlarm(workbench);
    return mayBe(workbench.alarm !== undefined && !isMissing && isSomeGone, !isUnasked && !isNothing);
  },
  'gate.order.open.request': (workbench) => {
    const { isAsked, isMissing, isNothing } = atAlarm(workbench);
    return mayBe(isAsked, !isMissing && !isNothing);
  },
  'gate.order.quiet': (workbench) => mayBe(workbench.alarm === undefined, !atAlarm(workbench).isNothing),
  'gate.order.nothing': (workbench) => nothing(workbench, false),
  'gate.order.pages': (workbench) => {
    const { alarm = 0 } = workbench;
    return latePages(workbench).map((found) => ({ ...found, params: { alarm }, events: [alarm] }));
  },
  'gate.order.request': unasked,
  'error.E6.nothing.report': (workbench) => (warnedBy(workbench) === 'report' ? nothing(workbench, true) : []),
  'error.E6.nothing.contact': (workbench) => (warnedBy(workbench) === 'contact' ? nothing(workbench, true) : []),
  'error.E6.pages.report': (workbench) => (warnedBy(workbench) === 'report' ? latePages(workbench) : []),
  'error.E6.pages.contact': (workbench) => (warnedBy(workbench) === 'contact' ? latePages(workbench) : []),
  // Only pages whose first version was neither kept nor is still at its address.
  'error.E6.before': (workbench) => {
    const { alarm } = workbench;
    if (alarm === undefined) return [];
    const ads = workbench.wanted.filter(
      (ad) =>
        fateBefore(workbench, ad, alarm) === 'missing' &&
        fateOf(workbench, ad).fate !== 'kept' &&
        !standsAsItStood(workbench, ad),
    );
    return truth(ads.length > 0, { params: { ads: ads.join(', ') } });
  },
  'error.E6.request': unasked,
};
