import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import { type Composed, composeAd } from './compose-ad.ts';
import type { Genre } from './genre.ts';
import type { AssignedAd, MasterOrder } from './master-order.ts';
import type { Variant, WholeAd } from './whole-ad.ts';

/** Draws until an ad that fits in every line is no longer waited for, and then until any untaken one is taken. */
const STRICT_TRIALS = 60;
const TRIALS = 160;

/** How much worse a text is for each line that it loses and for each that it gets beside its own. */
const costOf = ({ lost, added }: Composed) => lost + added;

/** What may be missing from a perfect fit where a text says so many things. */
const allowed = (says: number) => Math.max(1, says - 1);

/**
 * Assigns a whole ad and a variant to each master text. Within one assigner no variant is used twice as long as others are
 * left, so that strangers share no text; it serves one district. The choice reads what is said, and the hand.
 */
export function createAdAssigner(draw: KeyedFunction): (order: MasterOrder) => AssignedAd {
  const taken = new Map<WholeAd, Set<Variant>>();
  const isTaken = ({ ad, variant }: AssignedAd) => taken.get(ad)?.has(variant) === true;
  return (order) => {
    const pool = poolOf(order);
    if (pool.length === 0) throw new RangeError(`Genre ${order.genre.id} has no ad of the hand ${order.hand}.`);
    let best: AssignedAd | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let trial = 0; trial < TRIALS; trial++) {
      const ad = pool[draw(order.master, trial, 0) % pool.length] as WholeAd;
      const variant = ad.variants[draw(order.master, trial, 1) % ad.variants.length] as Variant;
      const assigned = { ad, variant };
      if (isTaken(assigned)) continue;
      const composed = composeAd(assigned, { ...order, hand: ad.hand }, draw);
      const cost = composed ? costOf(composed) : Number.POSITIVE_INFINITY;
      if (cost < least) [best, least] = [assigned, cost];
      if (least === 0 || (trial >= STRICT_TRIALS && least <= allowed(order.says.length))) break;
    }
    const chosen = best ?? { ad: pool[0] as WholeAd, variant: (pool[0] as WholeAd).variants[0] as Variant };
    const used = taken.get(chosen.ad) ?? new Set();
    taken.set(chosen.ad, used.add(chosen.variant));
    return chosen;
  };
}

const pools = new WeakMap<Genre, Map<string, readonly WholeAd[]>>();

/** Ads of the hand that fit the sector and whom the text is about; those of any hand if there are none. */
function poolOf({ genre, hand, says, elsewhere, sector }: MasterOrder): readonly WholeAd[] {
  const isAboutOthers = genre.speaks === 'I' && [...says, ...elsewhere].some((id) => genre.aboutOthers.has(id));
  const known = pools.get(genre) ?? new Map<string, readonly WholeAd[]>();
  pools.set(genre, known);
  const key = `${hand} ${isAboutOthers} ${sector}`;
  const before = known.get(key);
  if (before) return before;
  const open = genre.ads.filter(
    (ad) =>
      (genre.speaks !== 'I' || ad.isAboutOthers === isAboutOthers) &&
      (ad.sectors === undefined || ad.sectors.includes(sector)),
  );
  const own = open.filter((ad) => ad.hand === hand);
  const pool = own.length > 0 ? own : open;
  known.set(key, pool);
  return pool;
}
