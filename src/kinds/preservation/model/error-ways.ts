import type { ErrorCode } from '#evidence/drill/model/typical-errors.ts';
import { workstationOffset } from '#evidence/locker/model/workstation-clock.ts';
import { addMinutes, DAY, isInstant } from '#kernel/model/instant.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { isEditedUnasked, isNewVersionLost } from './missed-edits.ts';
import { deletedPointsAway, isSealedBefore, pointsAwayIn } from './nevers.ts';
import type { CapturedItem } from './play.ts';
import { isTimeOf } from './record-time.ts';
import type { SentRequest, WorkbenchFacts } from './workbench-facts.ts';

/** Detects an error in one of its ways: whether it occurred, or the items or ads that show it. */
type Shows = (facts: WorkbenchFacts) => readonly string[] | boolean;

/** One way in which an error occurred. */
export interface FoundWay {
  readonly way: string;
  /** The items or ads that show it; empty if it concerns the whole workbench. */
  readonly at: readonly string[];
}

const itemsOf = (found: readonly { readonly item: string }[]) => [...new Set(found.map(({ item }) => item))];

/**
 * Errors that can occur in several ways, each with its detector. The error exists if at least one way does; the debrief
 * names the way and the items, so that the trainee need not guess which of them is meant.
 */
export const ERROR_WAYS = {
  E3: {
    search: (facts) => itemsOf(records(facts, isSearch)),
    query: (facts) => itemsOf(records(facts, lostQuery)),
  },
  E5: {
    person: ({ response }) => response.custody.some(({ actor }) => actor.trim() === ''),
    tool: ({ acts }) => [...acts('plan.noted'), ...acts('look.captured')].some(({ tool }) => tool.trim() === ''),
  },
  E9: {
    original: ({ acts }) => itemsOf(acts('copy.opened').filter(({ copy }) => copy === 'original')),
    unsealed: (facts) =>
      itemsOf(
        [
          ...facts.acts('copy.opened').filter(({ copy }) => copy !== 'original'),
          ...facts.acts('bystander.redacted'),
        ].filter(({ item, seq }) => !isSealedBefore(facts, item, seq)),
      ),
  },
  E14: {
    address: (facts) => itemsOf(records(facts, isOfOtherSite)),
    source: (facts) => itemsOf(records(facts, callsCopyFirst)),
  },
  E15: {
    unchecked: ({ response }) => itemsOf(response.items.filter(({ clockCheckBefore }) => !clockCheckBefore)),
    offset: ({ response, context }) =>
      response.clockChecked && response.clockOffset !== workstationOffset(context.brief),
    copied: ({ response, context }) => {
      const offset = workstationOffset(context.brief);
      return itemsOf(response.items.filter((item) => offset !== 0 && isTimeOf(item, offset)));
    },
  },
  E16: {
    undated: ({ requests }) => requests.some((request) => !isDated(request)),
    ended: ({ requests, context, response }) => {
      const now = context.now ?? response.acts.at(-1)?.at;
      return requests.some((request) => hasRunOut(request, now));
    },
  },
  E17: {
    earlier: (facts) => facts.key.targets.filter((ad) => isEditedUnasked(ad, facts)),
    later: (facts) => facts.key.targets.filter((ad) => isNewVersionLost(ad, facts)),
  },
  E18: {
    silent: (facts) => pointsAwayLeftOut(facts).length > 0,
    deleted: (facts) => deletedPointsAway(facts).length > 0,
  },
} as const satisfies Partial<Record<ErrorCode, Readonly<Record<string, Shows>>>>;

/** The ways in which an error occurred; empty for an error that has only one way. */
export function waysOf(code: ErrorCode, facts: WorkbenchFacts): FoundWay[] {
  const ways: Readonly<Record<string, Shows>> = Object.hasOwn(ERROR_WAYS, code)
    ? ERROR_WAYS[code as keyof typeof ERROR_WAYS]
    : {};
  return Object.entries(ways).flatMap(([way, shows]) => {
    const shown = shows(facts);
    const at = typeof shown === 'boolean' ? [] : shown;
    return shown === true || at.length > 0 ? [{ way, at }] : [];
  });
}

/** Items with a record that satisfies the predicate. */
function records(facts: WorkbenchFacts, isOf: (item: CapturedItem, facts: WorkbenchFacts) => boolean): CapturedItem[] {
  return facts.response.items.filter((item) => item.record !== undefined && isOf(item, facts));
}

/** True if the record gives the address of a list or search, which shows the ad today and other ads tomorrow. */
const isSearch = ({ ad, record }: CapturedItem, { context: { market } }: WorkbenchFacts): boolean =>
  record?.url === adUrl(market, ad, 'search');

/** True if the address in the record was truncated or has lost its query. */
function lostQuery(item: CapturedItem, facts: WorkbenchFacts): boolean {
  const exact = adUrl(facts.context.market, item.ad);
  const written = item.record?.url ?? '';
  const [page = ''] = exact.split('?');
  const isShortened = written !== '' && written !== exact && exact.startsWith(written);
  return !isSearch(item, facts) && (isShortened || (written.startsWith(page) && !written.includes('id=')));
}

function isOfOtherSite({ ad, record }: CapturedItem, { context: { market } }: WorkbenchFacts): boolean {
  const host = hostOf(record?.url ?? '');
  return host !== '' && host !== hostOf(adUrl(market, ad));
}

function callsCopyFirst(item: CapturedItem, { context: { market }, servedTo }: WorkbenchFacts): boolean {
  const isCopy = findAd(market, item.ad)?.copied === true || servedTo(item).redirects !== undefined;
  return isCopy && item.record?.standing === 'source';
}

const hostOf = (url: string) => /^https:\/\/([^/]+)/.exec(url)?.[1] ?? '';

const endOf = ({ letter, at }: SentRequest) => addMinutes(at, (letter.days * DAY) / 60);

/** True if the diary has a renewal date no later than the end of the preservation period. */
const isDated = (request: SentRequest) => request.diary.some((on) => isInstant(on) && on <= endOf(request));

/** True if the preservation period has ended and was not renewed before its end. */
const hasRunOut = (request: SentRequest, now: string | undefined) =>
  now !== undefined && now > endOf(request) && !request.renewedAt.some((renewed) => renewed <= endOf(request));

/** Kept places that point away from guilt and are missing in the last disclosure note; empty if there is no note. */
export function pointsAwayLeftOut(facts: WorkbenchFacts): string[] {
  const note = facts.acts('disclosure.noted').at(-1);
  if (!note) return [];
  const held = facts.kept.flatMap((item) => pointsAwayIn(item, facts));
  return held.filter((entry) => !note.pointsAway.includes(entry));
}
