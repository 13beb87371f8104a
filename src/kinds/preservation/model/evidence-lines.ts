import { isComplete } from '#evidence/letters/model/letter-parts.ts';
import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { workstationOffset } from '#evidence/locker/model/workstation-clock.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import { CONTEXTS, type ContextKind } from './care-actions.ts';
import { capturedWithheld, withoutRedaction } from './nevers.ts';
import { orderFaults } from './order-of-acts.ts';
import type { CapturedItem } from './play.ts';
import { isTimeOf } from './record-time.ts';
import { serveContext } from './serve-context.ts';
import { unloggedActs } from './unlogged-acts.ts';
import { subjectOfRequest, type WorkbenchFacts } from './workbench-facts.ts';

/** Minimum share of the identifiers on the page that the record must name. */
const IDENTIFIER_SHARE = 0.9;
/** Minimum number of the four contexts of a page that must be captured. */
const CONTEXTS_NEEDED = 3;

/** Share of the targets for which a line holds, 0 to 1. */
type Share = (facts: WorkbenchFacts) => number;

/**
 * The thirteen lines of EV-100 with their points, which add up to 100. A line earns its points times the share of
 * targets for which it holds, so that a missing ad costs points in every line. A line about the workbench as a whole
 * earns all or nothing.
 */
export const EVIDENCE_LINES = [
  { line: 'authority', points: 6, share: (facts) => adsWithBasis(facts).length / facts.key.targets.length },
  { line: 'child-check', points: 6, share: childCheck },
  { line: 'address', points: 8, share: perItem(hasExactAddress) },
  { line: 'time', points: 8, share: perItem(hasCheckedTime) },
  { line: 'identifiers', points: 10, share: perItem(namesIdentifiers) },
  { line: 'native', points: 12, share: perItem((item) => item.status === 200) },
  { line: 'visual', points: 5, share: (facts) => perTarget(facts, (ad) => hasFullLook(ad, facts)) },
  { line: 'context', points: 8, share: perItem((item, facts) => contextsOf(item.ad, facts).length >= CONTEXTS_NEEDED) },
  { line: 'hash', points: 10, share: perItem((item) => item.verified) },
  { line: 'custody', points: 8, share: custody },
  { line: 'order', points: 10, share: (facts) => Number(orderFaults(facts).length === 0) },
  { line: 'request', points: 5, share: (facts) => Number(asksCompletely(facts)) },
  { line: 'minimisation', points: 4, share: minimisation },
] as const satisfies readonly { line: string; points: number; share: Share }[];

export type EvidenceLine = (typeof EVIDENCE_LINES)[number]['line'];

function perItem(holds: (item: CapturedItem, facts: WorkbenchFacts) => boolean): Share {
  return (facts) =>
    facts.best.filter((item) => item !== undefined && holds(item, facts)).length / facts.key.targets.length;
}

type HoldsForAd = (ad: string, touched: number) => boolean;

/** Targets with at least one copy that counts (`touched`) for which the predicate holds. */
const targetsWhere = ({ touched, key }: WorkbenchFacts, holds: HoldsForAd) =>
  key.targets.filter((ad, n) => touched[n] !== undefined && holds(ad, touched[n]));

const perTarget = (facts: WorkbenchFacts, holds: HoldsForAd) =>
  targetsWhere(facts, holds).length / facts.key.targets.length;

/** Targets with a copy and with a legal basis that was noted before the first copy. */
export function adsWithBasis(facts: WorkbenchFacts): string[] {
  return targetsWhere(facts, (_, touched) =>
    facts.acts('authority.noted').some(({ legalBasis, seq }) => legalBasis.trim() !== '' && seq < touched),
  );
}

/**
 * Share of targets that were checked for child material before their first copy. 0 for the whole workbench if a
 * withheld card passed that check, if it was copied in any way, or if an ad was captured after it had been reported.
 */
function childCheck(facts: WorkbenchFacts): number {
  const { response, acts } = facts;
  const cleared = response.childChecked.some((ad) => facts.isWithheld(ad));
  const goneOn = acts('closed-card.reported').some(({ ad, seq }) =>
    response.items.some((item) => item.ad === ad && item.seq > seq),
  );
  if (cleared || goneOn || capturedWithheld(facts)) return 0;
  return perTarget(facts, (ad, touched) =>
    acts('child-material.checked').some((act) => act.ad === ad && act.seq < touched),
  );
}

function hasExactAddress(item: CapturedItem, { context: { market }, servedTo }: WorkbenchFacts): boolean {
  const { url, finalUrl = url } = item.record ?? { url: '' };
  return url === adUrl(market, item.ad) && finalUrl === servedTo(item).url;
}

function hasCheckedTime(item: CapturedItem, { response, context }: WorkbenchFacts): boolean {
  return item.clockCheckBefore && isTimeOf(item) && response.clockOffset === workstationOffset(context.brief);
}

/** True if the record names at least `IDENTIFIER_SHARE` of the identifiers on the page and no other one. */
export function namesIdentifiers(item: CapturedItem, { servedTo }: Pick<WorkbenchFacts, 'servedTo'>): boolean {
  const shown = identifiersOn(item.ad, readServedAd(servedTo(item)));
  const named = new Set(item.record?.identifiers ?? []);
  const isInvented = [...named].some((identifier) => !shown.includes(identifier));
  return !isInvented && shown.filter((identifier) => named.has(identifier)).length >= IDENTIFIER_SHARE * shown.length;
}

function hasFullLook(ad: string, { acts, context: { market, world } }: WorkbenchFacts): boolean {
  return acts('look.captured').some(
    (look) => look.ad === ad && look.extent === 'full-page' && serveAd(market, ad, look.at, world).status === 200,
  );
}

/** The contexts of an ad that were captured with exactly the bytes that the site sent. */
export function contextsOf(ad: string, { acts, context: { market, world } }: WorkbenchFacts): ContextKind[] {
  const captured = acts('context.captured').filter((act) => {
    if (act.ad !== ad) return false;
    const bytes = serveContext(market, ad, act.of, act.at, world);
    return bytes !== undefined && act.sha256 === sha256Hex(bytes);
  });
  return CONTEXTS.filter((of) => captured.some((act) => act.of === of));
}

/**
 * The chain is unbroken, every entry has an actor, a role and a reason, and no act on the item is missing in it. A
 * target for which only a "page is gone" answer was captured earns nothing: it has no page whose custody could be
 * shown.
 */
function custody(facts: WorkbenchFacts): number {
  const log = facts.response.custody;
  const isFull = log.every(({ actor, role, reason }) => actor !== '' && role !== '' && reason !== '');
  const unlogged = unloggedActs(facts);
  if (firstBrokenLink(log) !== undefined || !isFull || unlogged.some(({ touch }) => touch !== 'renamed')) return 0;
  return perItem(({ item, status }) => status === 200 && unlogged.every((act) => act.item !== item))(facts);
}

function asksCompletely(facts: WorkbenchFacts): boolean {
  return facts.requests.some(({ letter }) => isComplete(letter, subjectOfRequest(facts, letter)));
}

/**
 * 1 if something of a target was copied, no unredacted page of another ad is in the locker and no withheld card was
 * copied; else 0. A workbench without any copy does not earn this line: it kept little by doing nothing, not by care. A
 * "page is gone" answer is no copy of a page.
 */
function minimisation(facts: WorkbenchFacts): number {
  const isAnything = facts.key.targets.some((ad, n) => isCopied(ad, n, facts));
  return Number(isAnything && withoutRedaction(facts).length === 0 && !capturedWithheld(facts));
}

/** True if a page of the target was kept, or a picture of it, or context of it. */
function isCopied(wanted: string, n: number, facts: WorkbenchFacts): boolean {
  const { best, touched, acts, context } = facts;
  if (best[n]?.status === 200) return true;
  const isPictured = acts('look.captured').some(
    ({ ad, at }) => ad === wanted && serveAd(context.market, ad, at, context.world).status === 200,
  );
  return touched[n] !== undefined && (isPictured || contextsOf(wanted, facts).length > 0);
}

/** Share of the targets for which a line holds at this workbench, 0 to 1. */
export function shareOf(wanted: EvidenceLine, facts: WorkbenchFacts): number {
  return EVIDENCE_LINES.find(({ line }) => line === wanted)?.share(facts) ?? 0;
}
