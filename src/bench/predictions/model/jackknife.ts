import { type Rng, shuffle } from '#kernel/model/rng.ts';
import type { ActorWeights } from './scored-ads.ts';

export interface Jackknife {
  /** Actors by kind: groups are formed within a kind, and the ads of a kind keep their share. */
  readonly kinds: readonly (readonly number[])[];
  /** Ads of each actor. */
  readonly adsOf: ArrayLike<number>;
  /** Maximum number of groups of a kind; a kind with fewer actors has one group per actor. */
  readonly mostGroups: number;
  /** Deals actors to groups where there are more actors than groups. */
  readonly rng: Rng;
}

/** Figures by name: always the same names, whatever the weights. */
export type Measured = Readonly<Record<string, number | undefined>>;

/** A figure, and how much it varies between samples of actors. */
export interface Spread {
  readonly value: number;
  /** Undefined if the figure cannot be computed without one of the groups, so that nothing is known of its variation. */
  readonly variance: number | undefined;
  /** Degrees of freedom of that variance: few if it rests on a few actors. */
  readonly freedom: number;
}

/**
 * How much each figure varies between samples of actors, from how it moves when a group of actors is left out (the
 * grouped jackknife). Whole actors are left out, because ads of one actor are alike. The other actors of the kind then
 * count more, so that the share of positive ads stays that of the market. Degrees of freedom follow Satterthwaite, from
 * the fourth moments of these moves. An undefined figure has no spread.
 * @see J. N. K. Rao and J. Shao, 1999, Biometrika 86: grouped jackknife; F. E. Satterthwaite, 1946, Biometrics 2.
 */
export function jackknife(
  { kinds, adsOf, mostGroups, rng }: Jackknife,
  measure: (weights: ActorWeights) => Measured,
): ReadonlyMap<string, Spread> {
  const weights = new Float64Array(adsOf.length).fill(1);
  const own = Object.entries(measure(weights)).filter((entry): entry is [string, number] => entry[1] !== undefined);
  const parts = new Map(own.map(([name]) => [name, [] as Part[]]));
  for (const kind of separable(kinds)) {
    const moves = new Map(own.map(([name]) => [name, [] as number[]]));
    const all = sumOver(kind, adsOf);
    for (const group of groupsOf(kind, mostGroups, rng)) {
      const left = all - sumOver(group, adsOf);
      for (const actor of kind) weights[actor] = left > 0 ? all / left : 1;
      for (const actor of group) weights[actor] = 0;
      const found = measure(weights);
      for (const [name, value] of own) moves.get(name)?.push((found[name] ?? Number.NaN) - value);
    }
    for (const actor of kind) weights[actor] = 1;
    for (const [name] of own) parts.get(name)?.push(partOf(moves.get(name) ?? []));
  }
  return new Map(own.map(([name, value]) => [name, { value, ...together(parts.get(name) ?? []) }]));
}

/**
 * Moves of very different size leave at least this many degrees of freedom, if there are as many groups: fewer would
 * widen intervals without holding the true figure more often.
 */
const MIN_FREEDOM = 5;

/** Variance that comes from one kind, and its degrees of freedom. */
interface Part {
  readonly variance: number;
  readonly freedom: number;
}

/** The kinds that have actors; together if one of them has a single actor, which does not vary by itself. */
function separable(kinds: readonly (readonly number[])[]): (readonly number[])[] {
  const some = kinds.filter(({ length }) => length > 0);
  return some.some(({ length }) => length === 1) ? [some.flat()] : some;
}

/** One group per actor, or as many as may be, of nearly equal numbers of actors. */
function groupsOf(actors: readonly number[], most: number, rng: Rng): number[][] {
  if (actors.length <= most) return actors.map((actor) => [actor]);
  const mixed = [...actors];
  shuffle(mixed, rng);
  return Array.from({ length: most }, (_, group) => mixed.filter((__, n) => n % most === group));
}

function partOf(moves: readonly number[]): Part {
  const groups = moves.length;
  const mean = moves.reduce((sum, move) => sum + move, 0) / groups;
  let [squares, fourths] = [0, 0];
  for (const move of moves) {
    const square = (move - mean) ** 2;
    squares += square;
    fourths += square * square;
  }
  const uneven = fourths - (squares * squares) / groups;
  const even = uneven > 0 ? (2 * squares * squares) / uneven : groups;
  const freedom = Math.min(groups - 1, Math.max(MIN_FREEDOM, even));
  return { variance: ((groups - 1) / groups) * squares, freedom };
}

function together(parts: readonly Part[]): Pick<Spread, 'variance' | 'freedom'> {
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  if (Number.isNaN(variance) || parts.some(({ freedom }) => freedom === 0)) return { variance: undefined, freedom: 1 };
  const doubts = parts.reduce((sum, part) => sum + part.variance ** 2 / part.freedom, 0);
  return { variance, freedom: doubts > 0 ? Math.max(1, variance ** 2 / doubts) : 1 };
}

function sumOver(actors: readonly number[], adsOf: ArrayLike<number>): number {
  return actors.reduce((sum, actor) => sum + (adsOf[actor] as number), 0);
}
