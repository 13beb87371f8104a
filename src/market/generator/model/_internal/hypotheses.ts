import { keyedStream } from '#kernel/model/keyed-stream.ts';
import { type ActorType, CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import { FAMILIES, type Family, type SharedTrace } from '#market/ads/model/families.ts';
import { isOnThePage, type Locator } from '#market/ads/model/market.ts';
import { isSilent } from '#market/ads/model/purposes.ts';
import type { IntensityTone } from '#market/ads/model/schemas.ts';
import { TRACE_LOCATORS } from '#market/ads/model/trace-locators.ts';
import { type AnnouncedOrder, announcedShare } from '#market/generator/model/announced-share.ts';
import { openOnce } from '#market/generator/model/district-draws.ts';
import type { BitTables } from '#market/generator/model/draw-units.ts';
import type { District, DrawnMarket, MarketOrder } from '#market/generator/model/drawn-market.ts';
import { EXCLUSIONS } from '#market/generator/model/exclusions.ts';
import { smallestMarket } from '#market/generator/model/plan-actors.ts';
import { chanceOnPage } from '#market/generator/model/sign-places.ts';
import { ratesOf } from './draw-district.ts';
import { drawPersonas, purposesOf } from './draw-personas.ts';
import { balanceMoney } from './money-only.ts';
import { type Bits, type Chance, chancesOf, type Excluder, excludedByAll } from './sign-chances.ts';

/** What a reader can reach: the pages of all ads, or also what lawful requests bring. */
export type Reach = 'pages' | 'records';

/** Markets whose actors are planned in order to know how many of each size there are. */
const PLANS = 24;

/** Who may stand behind an ad: an actor type, in a network with its tone. */
export interface Hypothesis {
  readonly sought: boolean;
  /** What its ads are for, by number of the purpose. */
  readonly purposes: readonly PurposeChances[];
  /** Expected actors of a district, by their number of personas. */
  readonly actors: readonly number[];
  /** Probability that a persona shares each trace within reach. */
  readonly traces: Readonly<Partial<Record<SharedTrace, number>>>;
}

/** One thing that ads are for. */
export interface PurposeChances {
  /** The share of personas whose ads are for it. */
  readonly share: number;
  /** The chances of the signs and cues within reach. */
  readonly said: readonly Chance[];
  readonly shown: readonly Chance[];
}

export const isReached = (locator: Locator, reach: Reach) => reach === 'records' || isOnThePage(locator);

/** Share of controlled ads that a reader assumes who is not told it, in per cent. */
const ASSUMED_SHARE = 6;

/** The share by which a market is read ideally, in per cent: that of the market, or where it has none, an assumed one. */
export const readShare = (order: AnnouncedOrder): number => announcedShare(order) || ASSUMED_SHARE;

/** One kind of actor, as plans of the same market have it. */
interface Count {
  readonly type: ActorType;
  readonly tone: IntensityTone | undefined;
  /** True for the network that only money leads to. */
  readonly money: boolean;
  /** Links that a network got because chance had left it with too few. */
  readonly added: readonly SharedTrace[];
  readonly actors: number[];
}

/** How often plans of a market have each kind of actor, and how large its networks are. */
interface Counts {
  readonly counts: readonly Count[];
  readonly networkAds: number;
  readonly moneyAds: number;
}

const counted = new WeakMap<MarketOrder['profile'], Map<string, Counts>>();

/**
 * Counts the actors of markets that are drawn for this alone, with seeds of their own. They are the same for all markets
 * of a profile, a size, a share and rates.
 */
function countActors(order: MarketOrder, { family, planned }: District): Counts {
  const share = readShare(order);
  // A market without networks may be too small for the one that a reader takes to be possible.
  const ads = Math.max(planned, smallestMarket(share));
  const known = counted.get(order.profile) ?? new Map<string, Counts>();
  counted.set(order.profile, known);
  const key = [family, ads, share, order.intensity ?? 1, JSON.stringify(order.planting)].join(' ');
  const before = known.get(key);
  if (before) return before;
  const counts = new Map<string, Count>();
  const tables: BitTables = new Map();
  const rates = ratesOf(order, family);
  let [networkAds, moneyAds] = [0, 0];
  for (let n = 0; n < PLANS; n++) {
    const { actors, units, groups, moneyOnly } = drawPersonas(
      { order, family, ads, share, rates, tables },
      openOnce((use) => keyedStream(`plan ${n}`, `${use} ${order.profile.id}`)),
    );
    const addedTo = new Map<number, SharedTrace[]>();
    for (const { actor, trace, added } of groups) if (added) addedTo.set(actor, [...(addedTo.get(actor) ?? []), trace]);
    actors.forEach(({ type, tone, ads: own }, actor) => {
      const money = actor === moneyOnly;
      if (tone !== undefined) networkAds += own / PLANS;
      if (money) moneyAds += own / PLANS;
      const added = (addedTo.get(actor) ?? []).toSorted();
      const name = `${type} ${tone} ${money} ${added.join()}`;
      const count = counts.get(name) ?? { type, tone, money, added, actors: [] };
      counts.set(name, count);
      const personas = (units.first[actor + 1] as number) - (units.first[actor] as number);
      count.actors[personas] = (count.actors[personas] ?? 0) + 1 / PLANS;
    });
  }
  const found = { counts: [...counts.values()], networkAds, moneyAds };
  known.set(key, found);
  return found;
}

/** Everyone who may stand behind the ads of a district, as actors are planned. */
export function hypothesesOf({ order }: Pick<DrawnMarket, 'order'>, district: District, reach: Reach): Hypothesis[] {
  const { profile, planting, intensity } = order;
  const { family } = district;
  const emptyFields = profile.emptyFields / 100;
  const chanceOrder = {
    family,
    exclusions: EXCLUSIONS,
    rates: ratesOf(order, family),
    planting,
    emptyFields,
    intensity: intensity ?? 1,
  };
  const { counts, networkAds, moneyAds } = countActors(order, district);
  const balanced = balanceMoney({ family, networkAds, moneyAds, emptyFields });
  return counts.map(({ type, tone, money, added, actors }) => {
    const shares = purposesOf(order, family, type) ?? ALL_OFFERS;
    const purposes = shares.map((share, purpose) => ({ share, ...chancesFor(purpose, type, tone, money, added) }));
    const traces: Partial<Record<SharedTrace, number>> = {};
    for (const { share, shown } of purposes)
      for (const chance of shown) {
        const trace = traceOf(family, chance);
        if (trace) traces[trace] = (traces[trace] ?? 0) + share * chance.chance;
      }
    return {
      sought: isSought(CONTROL_OF[type]),
      purposes,
      actors: tone === undefined ? Array.from(actors, (count = 0) => count) : withTail(actors),
      traces,
    };
  });

  function chancesFor(
    purpose: number,
    type: ActorType,
    tone: IntensityTone | undefined,
    money: boolean,
    added: readonly SharedTrace[],
  ): Pick<PurposeChances, 'said' | 'shown'> {
    const isAdded = (chance: Chance) => added.some((trace) => trace === traceOf(family, chance));
    const chances = chancesOf(chanceOrder, type, tone, (chance, id) =>
      isSilent(purpose, id) ? 0 : tone === undefined ? chance : balanced(chance, id, money),
    )
      .filter((chance) => chance.kind !== 'trap' && inReach(family, chance, reach))
      .map((chance) => (isAdded(chance) ? { ...chance, chance: 1 } : withinReach(chance)))
      .map((chance) => (reach === 'pages' && chance.column === 'said' ? onPage(chance) : chance));
    return {
      said: chances.filter(({ column }) => column === 'said'),
      shown: chances.filter(({ column }) => column === 'shown'),
    };
  }

  function onPage(chance: Chance): Chance {
    return { ...chance, chance: chance.chance * chanceOnPage(family, chance.id) };
  }

  /** What excludes a bit and is out of reach is not known: there the bit has its overall chance. */
  function withinReach(chance: Chance): Chance {
    const [known, hidden] = [true, false].map((is) =>
      chance.excluders.filter((one) => inReach(family, one, reach) === is),
    ) as [Excluder[], Excluder[]];
    if (hidden.length === 0) return chance;
    return {
      ...chance,
      ...excludedByAll(known),
      chance: hidden.reduce((rest, { rate }) => rest * (1 - rate), chance.chance),
    };
  }
}

/** The shares of purposes where all ads offer something. */
const ALL_OFFERS: readonly number[] = [1];

/** Networks up to `TAIL` personas larger than any planned one are allowed, each size at the probability `RARE`. */
const TAIL = 24;
const RARE = 1e-3;

const withTail = (actors: readonly number[]): number[] =>
  Array.from({ length: actors.length + TAIL }, (_, size) => (actors[size] ?? 0) + (size > 1 ? RARE : 0));

function traceOf(family: Family, { column, bit }: Pick<Chance, 'column' | 'bit'>): SharedTrace | undefined {
  const one = column === 'shown' ? FAMILIES[family].shown[bit] : undefined;
  return one?.in === 'shared' ? one.trace : undefined;
}

function inReach(family: Family, { column, bit }: Pick<Chance, 'column' | 'bit'>, reach: Reach): boolean {
  const one = column === 'shown' ? FAMILIES[family].shown[bit] : undefined;
  if (one?.in === 'record') return reach === 'records';
  return one?.in !== 'shared' || isReached(TRACE_LOCATORS[one.trace], reach);
}

/** No chance is taken to be nearer to 0 or 1: a copied text and a bridge can show what a table excludes. */
const MIN_CHANCE = 1e-3;

/** How likely the bits of one column are, given those of both and that these fields are empty. */
export function likelihoodOf(chances: readonly Chance[], { said, shown }: Bits, empty: number): number {
  let likelihood = 1;
  for (const { column, bit, chance, field, excludedBy } of chances) {
    if ((empty & field) !== 0 || ((said & excludedBy.said) | (shown & excludedBy.shown)) !== 0) continue;
    const bits = column === 'said' ? said : shown;
    const bounded = Math.min(1 - MIN_CHANCE, Math.max(MIN_CHANCE, chance));
    likelihood *= ((bits >>> bit) & 1) === 1 ? bounded : 1 - bounded;
  }
  return likelihood;
}
