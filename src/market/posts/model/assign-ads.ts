import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import { type Composed, type Composer, createComposer } from './compose-ad.ts';
import type { Genre } from './genre.ts';
import type { AssignedAd, MasterOrder } from './master-order.ts';
import type { Hand } from './typing.ts';
import { likeness, MOST_SHARED_LINES, type Variant, type WholeAd } from './whole-ad.ts';

/** Before so many draws, only ads that nobody has: strangers with the same story look like one author. */
const FRESH_TRIALS = 16;
/** Draws until an ad that fits in every line is no longer waited for, and then until any untaken one is taken. */
const STRICT_TRIALS = 20;
const TRIALS = 80;

/** What may be missing from a perfect fit where a text says so many things. */
const allowed = (says: number) => Math.max(1, says - 1);

/**
 * Assigns a whole ad and a variant to each master text. Within one assigner no variant is used twice, and no two texts
 * share more than three lines, as long as others are left; it serves one district. The choice reads what is said, and the
 * hand: another hand writes where all ads of the hand are used, unless the hand itself has to show.
 */
export function createAdAssigner(
  draw: KeyedFunction,
): (order: MasterOrder) => AssignedAd & { readonly composed: Composed | undefined } {
  const taken = new Map<WholeAd, Set<Variant>>();
  const texts = createTexts();
  return (order) => {
    const [own, others] = poolsOf(order);
    const composerOf = createComposers(order);
    const assigned =
      choose(order, own, 0, composerOf) ??
      (others && choose(order, others, TRIALS, composerOf)) ??
      (order.isShared ? worded(order, others ?? own, composerOf) : undefined) ??
      drawn(order, own, 2 * TRIALS);
    taken.set(assigned.ad, (taken.get(assigned.ad) ?? new Set()).add(assigned.variant));
    const text = composerOf(assigned).compose(assigned);
    if (text) texts.add(text);
    return { ...assigned, composed: text };
  };

  function choose(
    order: MasterOrder,
    pool: readonly WholeAd[],
    first: number,
    composerOf: (assigned: AssignedAd) => Composer,
  ): AssignedAd | undefined {
    let best: AssignedAd | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let trial = 0; trial < TRIALS; trial++) {
      const assigned = drawn(order, pool, first + trial);
      const used = taken.get(assigned.ad);
      if (used && (trial < FRESH_TRIALS || isAlike(assigned, used))) continue;
      const composer = composerOf(assigned);
      const cost = composer.costOf(assigned);
      if (cost < least) {
        const text = composer.compose(assigned);
        if (text && !(order.isShared && isWordless(text)) && !texts.hasAlike(text)) [best, least] = [assigned, cost];
      }
      if (least === 0 || (trial >= STRICT_TRIALS && least <= allowed(order.says.length))) break;
    }
    return best;
  }

  /** Where all ads are used: one that is used again, and that has words to be repeated. */
  function worded(
    order: MasterOrder,
    pool: readonly WholeAd[],
    composerOf: (assigned: AssignedAd) => Composer,
  ): AssignedAd | undefined {
    for (let trial = 0; trial < TRIALS; trial++) {
      const assigned = drawn(order, pool, 2 * TRIALS + trial);
      const text = composerOf(assigned).compose(assigned);
      if (text && !isWordless(text)) return assigned;
    }
    return undefined;
  }

  /** Composes ads of any hand; what depends on the hand alone is looked up once for each. */
  function createComposers(order: MasterOrder): (assigned: AssignedAd) => Composer {
    const ofHand = new Map<Hand, Composer>();
    return ({ ad: { hand } }) => {
      const composer = ofHand.get(hand) ?? createComposer({ ...order, hand }, draw);
      ofHand.set(hand, composer);
      return composer;
    };
  }

  function drawn({ master }: MasterOrder, pool: readonly WholeAd[], trial: number): AssignedAd {
    const ad = pool[draw(master, trial, 0) % pool.length] as WholeAd;
    return { ad, variant: ad.variants[draw(master, trial, 1) % ad.variants.length] as Variant };
  }
}

/** True for a title alone, or lines of nothing but facts: who repeats such a text cannot be seen to repeat it. */
const isWordless = ({ lines }: Composed) =>
  !lines.some(({ line }) => /\p{L}{3}/u.test(line.written.replaceAll(/\{[^}]*\}/g, '')));

/** True if a stranger has the variant of the ad, or one of a longer ad that has most of its words. */
function isAlike({ ad, variant }: AssignedAd, used: ReadonlySet<Variant>): boolean {
  if (used.has(variant)) return true;
  if (ad.lines.length <= MOST_SHARED_LINES) return false;
  for (const other of used) if (likeness(ad, variant, other) >= MOST_SHARED_WORDS) return true;
  return false;
}

/** No text has so large a share of its words, three by three, in the text of a stranger. */
const MOST_SHARED_WORDS = 0.7;

/** The texts of a district, before facts. */
function createTexts() {
  const byLine = new Map<string, number[]>();
  let count = 0;
  const linesOf = ({ lines }: Composed) => new Set(lines.map(({ line }) => line.written));
  return {
    add(composed: Composed): void {
      for (const line of linesOf(composed)) byLine.set(line, [...(byLine.get(line) ?? []), count]);
      count += 1;
    },
    /** True if a stranger has as many of its lines as would look copied. */
    hasAlike(composed: Composed): boolean {
      const lines = linesOf(composed);
      if (lines.size <= MOST_SHARED_LINES) return false;
      const most = Math.min(MOST_SHARED_LINES, Math.floor((lines.size * 2) / 3));
      const shared = new Map<number, number>();
      for (const line of lines)
        for (const text of byLine.get(line) ?? []) {
          const now = (shared.get(text) ?? 0) + 1;
          if (now > most) return true;
          shared.set(text, now);
        }
      return false;
    },
  };
}

/** Ads to choose from, and those to choose from where all of these are used. */
type Pools = readonly [own: readonly WholeAd[], others?: readonly WholeAd[]];

const known = new WeakMap<Genre, Map<string, Pools>>();

/** Ads of the hand that fit the sector and whom the text is about, and then those of any hand. */
function poolsOf(order: MasterOrder): Pools {
  const { genre, hand, says, elsewhere, sector, showsHand } = order;
  const isAboutOthers = genre.speaks === 'I' && [...says, ...elsewhere].some((id) => genre.aboutOthers.has(id));
  const ofGenre = known.get(genre) ?? new Map<string, Pools>();
  known.set(genre, ofGenre);
  const key = `${hand} ${showsHand} ${isAboutOthers} ${sector}`;
  const before = ofGenre.get(key);
  if (before) return before;
  const open = genre.ads.filter(
    (ad) =>
      (genre.speaks !== 'I' || ad.isAboutOthers === isAboutOthers) &&
      (ad.sectors === undefined || ad.sectors.includes(sector)),
  );
  if (open.length === 0) throw new RangeError(`Genre ${genre.id} has no ad that fits ${key}.`);
  const own = open.filter((ad) => ad.hand === hand);
  const pools: Pools = own.length === 0 ? [open] : showsHand ? [own] : [own, open];
  ofGenre.set(key, pools);
  return pools;
}
