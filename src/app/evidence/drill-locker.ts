import type { Library } from '#app/library/load-library.ts';
import { identifiersOn } from '#core/evidence/identifiers.ts';
import type { Locker } from '#core/evidence/locker.ts';
import type { ExerciseAction } from '#core/exercise/exercise-kind.ts';
import { addMinutes } from '#core/kernel/instant.ts';
import { required } from '#core/kernel/invariant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { generateMarket } from '#core/market/generate-market.ts';
import type { Ad, Market } from '#core/market/market.ts';
import { readServedAd } from '#core/market/read-served-ad.ts';
import { adUrl, serveAd } from '#core/market/serve-ad.ts';
import { type PreservationAction, playPreservation } from '#core/preservation/play.ts';
import { serveContext } from '#core/preservation/serve-context.ts';
import { lockerOfBench } from './locker-of-attempt.ts';

const NAME = 'tamper-drill';
const PERSON = { actor: 'Analyst 4', role: 'analyst' } as const;
/** So many pages that each fault can be planted in any of them, and few enough to read them all. */
const PAGES = 4;
const OFFSET_SECONDS = 37;
const DAYS_UNTIL_RENEWAL = 80;
const MINUTES_OF_DAY = 24 * 60;

/**
 * A locker without a fault, for the tamper drill: four pages out of a market of its own, kept as they should be. No case is
 * played over this market, so that a drill gives nothing of a case away.
 */
export function drillLocker(library: Library): Locker {
  const { profiles, ...words } = library;
  const profile = required(profiles.get('BUY'), 'the market profile BUY');
  const until = '2031-05-06T08:00:00Z';
  const { market } = generateMarket({
    ...words,
    profile,
    size: 'practice',
    prevalence: 'PRACTICE',
    seed: NAME,
    until,
  });
  let response = playPreservation.empty;
  let now = until;
  for (const action of actsOver(market)) {
    response = playPreservation.reduce(response, action as unknown as ExerciseAction, {
      at: now,
      seq: response.acts.length + 1,
    });
    now = addMinutes(now, playPreservation.minutesPerAction);
  }
  const bench = { caseId: NAME, title: 'Tamper drill', reviewed: false, exercise: 'drill', market, world: [], now };
  // Its name must not tell which fault was planted, and so it comes from no hash.
  return { ...required(lockerOfBench(bench, response), 'a kept page of the drill'), id: NAME };
}

/** Good practice, one minute an act, from the moment at which the market is looked at. */
function actsOver(market: Market): PreservationAction[] {
  const acts: PreservationAction[] = [
    { type: 'authority.noted', legalBasis: 'order on file', ...PERSON },
    {
      type: 'plan.noted',
      purpose: 'to keep what stands there',
      scope: 'the ads named here',
      tool: 'Checkathon capture bench',
      workstation: 'case room',
      ...PERSON,
    },
    { type: 'clock.checked', offsetSeconds: OFFSET_SECONDS, ...PERSON },
    { type: 'session.opened', account: 'none', ...PERSON },
  ];
  const now = () => addMinutes(market.until, acts.length * playPreservation.minutesPerAction);
  for (const [n, { id: ad }] of pagesOf(market).entries()) {
    const item = `EV-${String(n + 1).padStart(3, '0')}`;
    acts.push({ type: 'child-material.checked', ad, ...PERSON });
    const time = now();
    const served = serveAd(market, ad, time);
    const sha256 = sha256Hex(served.body);
    const identifiers = identifiersOn(ad, readServedAd(served));
    const versions = required(serveContext(market, ad, 'versions', time, []), `versions of ad ${ad}`);
    acts.push(
      { type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...PERSON },
      { type: 'record.written', item, url: adUrl(market, ad), time, identifiers, ...PERSON },
      { type: 'hash.verified', item, sha256, ...PERSON },
      { type: 'copy.sealed', item, ...PERSON },
      { type: 'context.captured', ad, of: 'versions', bytes: versions.length, sha256: sha256Hex(versions), ...PERSON },
    );
  }
  acts.push({ type: 'renewal.noted', on: addMinutes(now(), DAYS_UNTIL_RENEWAL * MINUTES_OF_DAY), ...PERSON });
  return acts;
}

/** Pages that stand as they were posted, each of another account, so that one ad is no part of another's story. */
function pagesOf(market: Market): Ad[] {
  const accounts = new Set<string>();
  const plain = market.ads.filter(({ account, copied, removedAt, versions, withheld }) => {
    if (withheld || copied || removedAt || versions.length !== 1 || accounts.has(account)) return false;
    accounts.add(account);
    return true;
  });
  return plain.slice(0, PAGES);
}
