import { serveAd } from '#core/market/serve-ad.ts';
import type { BenchFacts } from './bench-facts.ts';

/** What of the order is wrong: nothing was kept, a page came after a warning, or a notice before the request to keep data. */
export const ORDER_FAULTS = ['nothing', 'pages', 'request'] as const;
export type OrderFault = (typeof ORDER_FAULTS)[number];

/**
 * What stands against the order of the acts: every page that belongs in the locker comes before anything that may warn the
 * advertiser, and a request to keep data before any notice. A page that was left out is as lost as one that came late.
 * Keeping nothing is no order.
 *
 * Two rules of EV-100 meet in a notice that comes first: one thing that is never done caps the rubric at 40, and "never
 * notify before preserving" stands in the list of such things; but the rubric also has a gate for the order, which takes ten
 * points and names E6. The rule that speaks of this very act goes before the rule for all of them, so the cap leaves it out:
 * under the cap the gate would never count. Nor does one act count twice. What a warning destroys is missing in every other
 * line by itself, and what was kept all the same is still of use to a court. A contact from a private account is capped for
 * what it is, and not for when it came.
 * @see domain.md 4d and 4h (EV-100, gates)
 */
export function orderFaults(facts: BenchFacts): OrderFault[] {
  const { notices, requested } = facts;
  const kept = facts.key.targets.map((ad, n) => keptAt(facts, ad, n));
  if (kept.every((seq) => seq === undefined)) return ['nothing'];
  const faults: Readonly<Record<OrderFault, boolean>> = {
    nothing: false,
    pages: missedByAlarm(facts).length > 0,
    request: notices.length > 0 && Math.min(...requested) >= Math.min(...notices),
  };
  return ORDER_FAULTS.filter((fault) => faults[fault]);
}

/** Targets that were not kept when something could first warn the advertiser, and that were not known to be gone by then. */
export function missedByAlarm(facts: BenchFacts): string[] {
  if (facts.alarms.length === 0) return [];
  const alarm = Math.min(...facts.alarms);
  return facts.key.targets.filter((ad, n) => {
    const seq = keptAt(facts, ad, n);
    return seq === undefined ? !wasGone(facts, n, alarm) : seq >= alarm;
  });
}

/** Targets that were never kept, of which the answer that they are gone was kept before anybody was warned. */
export function goneBefore(facts: BenchFacts): string[] {
  const alarm = Math.min(...facts.alarms);
  return facts.key.targets.filter((ad, n) => keptAt(facts, ad, n) === undefined && wasGone(facts, n, alarm));
}

/** True where the site had no page any more before anybody was warned, and that answer was kept. */
function wasGone({ best }: BenchFacts, n: number, alarm: number): boolean {
  const item = best[n];
  return item !== undefined && item.status !== 200 && item.seq < alarm;
}

/** Where in the log the standing page of a target was kept, natively or, where there is no more, as a picture. */
function keptAt({ best, touched, acts, context: { market, world } }: BenchFacts, ad: string, n: number) {
  const item = best[n];
  if (item?.status === 200) return item.seq;
  if (touched[n] === undefined) return undefined;
  return acts('look.captured').find((act) => act.ad === ad && serveAd(market, ad, act.at, world).status === 200)?.seq;
}
