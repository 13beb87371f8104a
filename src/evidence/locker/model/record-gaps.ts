import { isInstant, toEpoch } from '#kernel/model/instant.ts';
import type { CustodyEntry } from './custody-log.ts';
import type { EvidenceItem, ItemFacts, KnownOfItem } from './evidence-item.ts';
import { namesOthers, shownIdentifiers, showsAd, unnamedKinds } from './unnamed-kinds.ts';

/** Gaps that a record can have. The report and the verifier name each of them; no code fills one in. */
export const RECORD_GAPS = [
  'no-url',
  'other-url',
  'no-standing',
  'no-time',
  'time-without-zone',
  'other-time',
  'no-clock-check',
  'other-offset',
  'no-operator',
  'no-tool',
  'not-native',
  'no-identifiers',
  'ad-left-out',
  'identifiers-left-out',
  'identifiers-of-others',
  'no-legal-basis',
  'no-child-check',
  'no-login-state',
  'logged-in',
  'not-read-back',
  'not-sealed',
  'altered',
  'no-finding',
] as const;
export type RecordGap = (typeof RECORD_GAPS)[number];

/** Tolerance for a time in a record. */
const TIME_TOLERANCE_SECONDS = 2;
export const NOT_LOGGED_IN = 'not logged in';

type GapFacts = Omit<ItemFacts, 'caseId' | 'headers'>;

/** Evidence besides a record: what the custody log says about its item, and what its page shows. */
export interface BesideRecord {
  readonly isReadBack: boolean;
  readonly isSealed: boolean;
  /** True if the custody log says how the page was found. */
  readonly isFindingNoted: boolean;
  /** Identifiers on the captured page, each as `field:value`. */
  readonly shown: readonly string[];
  /** True if the page of the ad itself can be read; false for an answer without a page. */
  readonly isPage: boolean;
  /** Facts from the attempt log; left out if only the bag is available. */
  readonly known?: KnownOfItem;
}

type LoggedAct = Pick<CustodyEntry, 'action' | 'reason'>;

/** Ads for which the custody log says how their page was found. */
export const adsWithFinding = (custody: readonly LoggedAct[]): ReadonlySet<string> =>
  new Set(
    custody.flatMap(({ action, reason }) =>
      action === 'finding.noted' ? [/^ad ([^,]+),/.exec(reason)?.[1] ?? ''] : [],
    ),
  );

/**
 * What the custody log and the captured page say about an item. If `custody` has only the entries that name the item,
 * `found` must be the result of `adsWithFinding` for the whole log.
 */
export function besideRecord(
  item: Pick<EvidenceItem, 'facts' | 'body' | 'known'>,
  custody: readonly LoggedAct[],
  found: ReadonlySet<string> = adsWithFinding(custody),
): BesideRecord {
  const isLogged = (wanted: string) =>
    custody.some(({ action, reason }) => action === wanted && reason === item.facts.itemId);
  return {
    isReadBack: isLogged('hash.verified'),
    isSealed: isLogged('copy.sealed'),
    isFindingNoted: found.has(item.facts.adId),
    shown: shownIdentifiers(item),
    isPage: showsAd(item),
    ...(item.known && { known: item.known }),
  };
}

/**
 * The gaps of a record. `servedAt` is the time at which the page was sent, from the capture itself; `beside` is left
 * out if only the record is available.
 * @see SWGDE 21-F-001 and the Berkeley Protocol: address, time with checked clock, operator, tool, identifiers,
 * authority.
 */
export function recordGaps(facts: GapFacts, servedAt: string, beside?: BesideRecord): RecordGap[] {
  const { capturedAtUtc: time, identifiers } = facts;
  const isUnnamed = Object.values(identifiers).every((values) => values.length === 0);
  const left = isUnnamed || !beside ? [] : unnamedKinds(identifiers, beside.shown);
  const { clockCheck, loginState } = facts;
  const known = beside?.known;
  const gaps: Record<RecordGap, boolean> = {
    'no-url': facts.url === '',
    'other-url': facts.url !== '' && facts.url !== facts.finalUrl && !facts.redirects.includes(facts.url),
    'no-standing': facts.redirects.length > 0 && facts.standing === undefined,
    'no-time': time === '',
    'time-without-zone': time !== '' && !isInstant(time),
    'other-time': isInstant(time) && Math.abs(toEpoch(time) - toEpoch(servedAt)) > TIME_TOLERANCE_SECONDS,
    'no-clock-check': clockCheck === null,
    'other-offset': known !== undefined && clockCheck !== null && clockCheck.offsetMs !== known.clockOffsetMs,
    'no-operator': facts.operator === '',
    'no-tool': facts.tool.name === '' || facts.tool.version === '',
    'not-native': facts.method !== 'native',
    'no-identifiers': isUnnamed,
    'ad-left-out': left.includes('ads'),
    'identifiers-left-out': left.some((kind) => kind !== 'ads'),
    'identifiers-of-others': beside?.isPage === true && namesOthers(identifiers, beside.shown),
    'no-legal-basis': facts.legalBasis === '',
    'no-child-check': !facts.childMaterialCheck.checked,
    'no-login-state': loginState === '',
    'logged-in': loginState !== '' && loginState !== NOT_LOGGED_IN,
    'not-read-back': beside?.isReadBack === false,
    'not-sealed': beside?.isSealed === false,
    altered: known?.isAltered === true,
    'no-finding': beside?.isFindingNoted === false,
  };
  return RECORD_GAPS.filter((gap) => gaps[gap]);
}
