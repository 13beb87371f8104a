import { serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

/**
 * What is wrong with the order of acts. `nothing`: no page was kept. `pages`: a page was kept after a warning, or not
 * at all. `request`: a notice was sent before the preservation request.
 */
export const ORDER_FAULTS = ['nothing', 'pages', 'request'] as const;
export type OrderFault = (typeof ORDER_FAULTS)[number];

/**
 * Faults in the order of acts. Right order: every page that belongs in the locker is kept before anything that may warn
 * the advertiser, and a preservation request is sent before any notice. A page that was never kept counts like one that
 * was kept too late. If no page was kept, the only fault is `nothing`.
 *
 * Two rules of EV-100 apply to a notice that comes first. A forbidden act caps the rubric at 40, and "never notify
 * before preserving" is in that list; but the rubric also has a gate for the order, which takes ten points and names
 * E6. The specific rule goes before the general one, so the cap leaves this act out: under the cap the gate would never
 * count, and one act must not count twice. Pages that a warning destroys are missing in every other line anyway, and
 * what was kept is still of use to a court. A contact from a private account is capped for what it is, not for its
 * time.
 * @see domain.md 4d and 4h (EV-100, gates)
 */
export function orderFaults(facts: WorkbenchFacts): OrderFault[] {
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

/** Targets that were neither kept nor known to be gone when the advertiser could first be warned. */
export function missedByAlarm(facts: WorkbenchFacts): string[] {
  if (facts.alarms.length === 0) return [];
  const alarm = Math.min(...facts.alarms);
  return facts.key.targets.filter((ad, n) => {
    const seq = keptAt(facts, ad, n);
    return seq === undefined ? !wasGone(facts, n, alarm) : seq >= alarm;
  });
}

/** Targets that were never kept because they were gone: that answer was kept before the advertiser could be warned. */
export function goneBefore(facts: WorkbenchFacts): string[] {
  const alarm = Math.min(...facts.alarms);
  return facts.key.targets.filter((ad, n) => keptAt(facts, ad, n) === undefined && wasGone(facts, n, alarm));
}

/** True if the site no longer had the page before event `alarm`, and that answer was kept. */
function wasGone({ best }: WorkbenchFacts, n: number, alarm: number): boolean {
  const item = best[n];
  return item !== undefined && item.status !== 200 && item.seq < alarm;
}

/** `seq` at which the page of a target was kept: natively, or else as a picture. */
function keptAt({ best, touched, acts, context: { market, world } }: WorkbenchFacts, ad: string, n: number) {
  const item = best[n];
  if (item?.status === 200) return item.seq;
  if (touched[n] === undefined) return undefined;
  return acts('look.captured').find((act) => act.ad === ad && serveAd(market, ad, act.at, world).status === 200)?.seq;
}
