import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import { identifiersOn } from '#core/evidence/identifiers.ts';
import { isComplete } from '#core/evidence/letters/letter-parts.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { readServedAd } from '#core/market/read-served-ad.ts';
import { adUrl, serveAd } from '#core/market/serve-ad.ts';
import { type BenchFacts, letterSubject } from './bench-facts.ts';
import { CONTEXTS, type ContextKind } from './care-actions.ts';
import { capturedWithheld, withoutRedaction } from './nevers.ts';
import { orderFaults } from './order-of-acts.ts';
import type { CapturedItem } from './play.ts';
import { isTimeOf } from './record-time.ts';
import { serveContext } from './serve-context.ts';
import { untoldTouches } from './untold-touches.ts';
import { workstationOffset } from './workstation-clock.ts';

/** Nine of ten identifiers on the page have to be named. */
const IDENTIFIER_SHARE = 0.9;
/** Three of the four surroundings of a page have to be kept. */
const CONTEXTS_NEEDED = 3;

/** For how much of the targets a line holds, from 0 to 1. */
type Share = (facts: BenchFacts) => number;

/**
 * The thirteen lines of EV-100 with their points, which add up to 100. Each is earned by the share of targets for which it
 * holds, so that an ad left out is missing in every line; what concerns the bench as a whole holds or does not.
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

function perItem(holds: (item: CapturedItem, facts: BenchFacts) => boolean): Share {
  return (facts) =>
    facts.best.filter((item) => item !== undefined && holds(item, facts)).length / facts.key.targets.length;
}

type HoldsForAd = (ad: string, touched: number) => boolean;

/** Targets of which something was copied and for which it holds. */
const targetsWhere = ({ touched, key }: BenchFacts, holds: HoldsForAd) =>
  key.targets.filter((ad, n) => touched[n] !== undefined && holds(ad, touched[n]));

const perTarget = (facts: BenchFacts, holds: HoldsForAd) =>
  targetsWhere(facts, holds).length / facts.key.targets.length;

/** Targets of which something was copied, and a legal basis noted before the first copy. */
export function adsWithBasis(facts: BenchFacts): string[] {
  return targetsWhere(facts, (_, touched) =>
    facts.acts('authority.noted').some(({ legalBasis, seq }) => legalBasis.trim() !== '' && seq < touched),
  );
}

/** Looked at before it was copied, and for a closed card: stopped and reported. */
function childCheck(facts: BenchFacts): number {
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

function hasExactAddress(item: CapturedItem, { context: { market }, servedTo }: BenchFacts): boolean {
  const { url, finalUrl = url } = item.record ?? { url: '' };
  return url === adUrl(market, item.ad) && finalUrl === servedTo(item).url;
}

function hasCheckedTime(item: CapturedItem, { response, context }: BenchFacts): boolean {
  return item.clockCheckBefore && isTimeOf(item) && response.clockOffset === workstationOffset(context.brief);
}

/** True where the record names what the page shows, nearly all of it and nothing else. */
export function namesIdentifiers(item: CapturedItem, { servedTo }: Pick<BenchFacts, 'servedTo'>): boolean {
  const shown = identifiersOn(item.ad, readServedAd(servedTo(item)));
  const named = new Set(item.record?.identifiers ?? []);
  const isInvented = [...named].some((identifier) => !shown.includes(identifier));
  return !isInvented && shown.filter((identifier) => named.has(identifier)).length >= IDENTIFIER_SHARE * shown.length;
}

function hasFullLook(ad: string, { acts, context: { market, world } }: BenchFacts): boolean {
  return acts('look.captured').some(
    (look) => look.ad === ad && look.extent === 'full-page' && serveAd(market, ad, look.at, world).status === 200,
  );
}

/** The surroundings of an ad that were kept with their very bytes. */
export function contextsOf(ad: string, { acts, context: { market, world } }: BenchFacts): ContextKind[] {
  const captured = acts('context.captured').filter((act) => {
    if (act.ad !== ad) return false;
    const bytes = serveContext(market, ad, act.of, act.at, world);
    return bytes !== undefined && act.sha256 === sha256Hex(bytes);
  });
  return CONTEXTS.filter((of) => captured.some((act) => act.of === of));
}

/**
 * The chain is whole, every entry has a person, a role and a reason, and no touch of the item is missing in it. Where only the
 * answer that a page is gone was captured, there is nothing whose custody could be shown.
 */
function custody(facts: BenchFacts): number {
  const log = facts.response.custody;
  const isFull = log.every(({ actor, role, reason }) => actor !== '' && role !== '' && reason !== '');
  const untold = untoldTouches(facts);
  if (firstBrokenLink(log) !== undefined || !isFull || untold.some(({ touch }) => touch !== 'renamed')) return 0;
  return perItem(({ item, status }) => status === 200 && untold.every((act) => act.item !== item))(facts);
}

function asksCompletely(facts: BenchFacts): boolean {
  return facts.requests.some(({ letter }) => isComplete(letter, letterSubject(facts)));
}

/**
 * Whoever copied nothing of an ad kept little by no care, and the answer that a page is gone is nothing of it; a page of
 * another ad, or a closed card, is more than was needed.
 */
function minimisation(facts: BenchFacts): number {
  const isAnything = facts.key.targets.some((ad, n) => isCopied(ad, n, facts));
  return Number(isAnything && withoutRedaction(facts).length === 0 && !capturedWithheld(facts));
}

/** The page of a target is there, or a picture of it, or what surrounds it. */
function isCopied(wanted: string, n: number, facts: BenchFacts): boolean {
  const { best, touched, acts, context } = facts;
  if (best[n]?.status === 200) return true;
  const isPictured = acts('look.captured').some(
    ({ ad, at }) => ad === wanted && serveAd(context.market, ad, at, context.world).status === 200,
  );
  return touched[n] !== undefined && (isPictured || contextsOf(wanted, facts).length > 0);
}

/** For how much of the targets a line holds at this bench, from 0 to 1. */
export function shareOf(wanted: EvidenceLine, facts: BenchFacts): number {
  return EVIDENCE_LINES.find(({ line }) => line === wanted)?.share(facts) ?? 0;
}
