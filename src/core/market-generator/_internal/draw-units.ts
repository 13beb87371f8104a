import type { Rng } from '#core/kernel/rng.ts';
import type { ActorType } from '#core/market/actor-types.ts';
import { FAMILIES, type Family } from '#core/market/families.ts';
import type { Planting, Tone } from '#core/market/schemas.ts';
import type { PlannedActor } from '#core/market-generator/plan-actors.ts';
import type { SignRates } from '#core/market-generator/sign-rates.ts';
import { EMPTY } from './market-columns.ts';

/** One persona before its ads are written: what its ads say, show and share. */
export interface Unit {
  readonly actor: number;
  readonly type: ActorType;
  readonly tone: Tone | undefined;
  readonly ads: number;
  said: number;
  shown: number;
  readonly empty: number;
  town: number;
  withheld: number;
}

/** Units by actor: consecutive, in the order of the plan. */
export interface Units {
  readonly units: Unit[];
  /** Index of the first unit of each actor, and the total number of units as last entry. */
  readonly first: readonly number[];
}

export interface UnitOrder {
  readonly family: Family;
  readonly actors: readonly PlannedActor[];
  readonly rates: Readonly<Record<ActorType, SignRates>>;
  readonly planting: Planting;
  readonly towns: number;
  /** Share of empty fields, 0 to 1. */
  readonly emptyFields: number;
  /** Factor on the sign rates of networks. */
  readonly intensity: number;
  /** Index of the actor that can be reached through money alone, or -1. */
  readonly moneyOnly: number;
  readonly tables: BitTables;
}

/** Of ten personas of one actor, this many advertise in its home town. */
const AT_HOME_OF_TEN = 7;

/** Links of a network that is reached through money alone; it shows no others. */
const MONEY = new Set(['shared-payment-handle', 'shared-account-or-payer', 'bulk-ad-fees', 'earnings-swept']);
const FORCED_MONEY = new Set(['shared-payment-handle', 'earnings-swept']);

/**
 * Fields that a sign needs in order to be visible: its rate is raised so that it is seen as often as the table says.
 */
const NEEDS_FIELD: Readonly<Record<string, number>> = {
  'always-available': EMPTY.hours,
  'same-room': EMPTY.room,
  'shared-image-id': EMPTY.picture,
  'repeated-mark': EMPTY.picture,
  'shared-payment-handle': EMPTY.payment,
};

/**
 * Pairs that exclude each other in one ad. The second is drawn only if the first is missing, at a rate that keeps its
 * overall rate.
 */
const EXCLUDES: Readonly<Record<string, string>> = {
  'own-limits-stated': 'no-limits-offer',
  'obscured-phone': 'shared-phone',
};

/** 16 bits of a draw: one draw serves two fields, or two bits. */
const HALF_DRAW = 2 ** 16;
const LAST_FIELD = Math.max(...Object.values(EMPTY));

/**
 * Draws what each persona says, shows and shares. Empty fields, towns and traps are drawn without reading the actor
 * behind a persona (rule C18); `neutral` is the stream for all of that.
 */
export function drawUnits(order: UnitOrder, rng: Rng, neutral: Rng): Units {
  const { actors } = order;
  const units: Unit[] = [];
  const first: number[] = [];
  const networkAds = actors.reduce((sum, { tone, ads }) => sum + (tone ? ads : 0), 0);
  const moneyAds = actors[order.moneyOnly]?.ads ?? 0;
  const draw = createBitDraw(order, rng, neutral, networkAds, moneyAds);
  actors.forEach((actor, at) => {
    first.push(units.length);
    const home = neutral.int(order.towns);
    for (const ads of adsPerPersona(actor)) {
      const empty = drawEmpty(order.emptyFields, neutral);
      const town = neutral.int(10) < AT_HOME_OF_TEN ? home : neutral.int(order.towns);
      const unit: Unit = {
        actor: at,
        type: actor.type,
        tone: actor.tone,
        ads,
        said: 0,
        shown: 0,
        empty,
        town,
        withheld: 0,
      };
      draw(unit, at === order.moneyOnly);
      units.push(unit);
    }
  });
  first.push(units.length);
  return { units, first };
}

/**
 * A person who works alone is one persona in all ads, friends are two; every other actor shows another persona in each
 * ad.
 */
function adsPerPersona({ type, ads }: PlannedActor): number[] {
  if (type === 'independent' || type === 'employer') return [ads];
  if (type === 'duo') return ads < 2 ? [ads] : [Math.ceil(ads / 2), Math.floor(ads / 2)];
  return new Array<number>(ads).fill(1);
}

function drawEmpty(share: number, neutral: Rng): number {
  let empty = 0;
  for (let bit = 1; bit <= LAST_FIELD; bit <<= 2) {
    const draw = neutral.next();
    if ((draw & 0xffff) < share * HALF_DRAW) empty |= bit;
    if (draw >>> 16 < share * HALF_DRAW) empty |= bit << 1;
  }
  return empty;
}

/** Tables of actors other than networks, by type; kept from one district to the next. */
export type BitTables = Map<string, readonly [BitTable, BitTable]>;

/** Bits that personas of one kind may show, in the order of drawing: the rate (below HALF_DRAW), and the conditions. */
interface BitTable {
  readonly count: number;
  readonly chance: Float64Array;
  readonly mask: Int32Array;
  /** 1 for a bit of `shown`, 0 for a bit of `said`. */
  readonly isShown: Uint8Array;
  /** Field that must not be empty; 0 if none is needed. */
  readonly field: Uint8Array;
  /** Mask of the bits that exclude it, in its own column; 0 if there are none. */
  readonly excludedBy: Int32Array;
}

function createBitDraw(order: UnitOrder, rng: Rng, neutral: Rng, networkAds: number, moneyAds: number) {
  const { family, rates, planting, emptyFields, intensity } = order;
  const plan = FAMILIES[family];
  const mean = planting.intensities.reduce((sum, { share, factor }) => sum + share * factor, 0);
  const factors = new Map(planting.intensities.map(({ tone, factor }) => [tone, (factor / mean) * intensity]));
  const places = [
    ...plan.said.map(({ id, kind }, bit) => ({ id, kind, column: 'said' as const, bit })),
    ...plan.shown.map(({ id }, bit) => ({ id, kind: kindOf(id), column: 'shown' as const, bit })),
  ];
  const links = new Set(plan.shown.flatMap((one) => (one.in === 'shared' && !MONEY.has(one.id) ? [one.id] : [])));
  const traps = places.filter(({ kind }) => kind === 'trap');
  const others = places.filter(({ kind }) => kind !== 'trap');
  // A bit that another excludes is drawn after it.
  const sequence = [...others.filter(({ id }) => !EXCLUDES[id]), ...others.filter(({ id }) => EXCLUDES[id])];

  const own: BitTables = new Map();

  return (unit: Unit, moneyOnly: boolean): void => {
    // Only what networks show depends on the other networks of the district.
    const name = unit.tone === undefined ? unit.type : `${unit.type} ${unit.tone} ${moneyOnly}`;
    const tables = unit.tone === undefined ? order.tables : own;
    let pair = tables.get(name);
    if (!pair) {
      pair = [tableOf(sequence, unit, moneyOnly), tableOf(traps, unit, moneyOnly)];
      tables.set(name, pair);
    }
    drawTable(pair[0], unit, rng);
    drawTable(pair[1], unit, neutral);
  };

  function tableOf(bits: typeof places, { type, tone }: Unit, moneyOnly: boolean): BitTable {
    const chances = new Map<string, number>();
    const rows = bits.map(({ id, kind, column, bit }) => {
      let chance = rates[type][column][bit] as number;
      if (tone !== undefined && kind === 'sign') chance *= factors.get(tone) ?? 1;
      if (tone !== undefined && moneyAds > 0) chance = balanced(chance, id, moneyOnly);
      const field = NEEDS_FIELD[id] ?? 0;
      if (field !== 0) chance = Math.min(1, chance / (1 - emptyFields));
      if (!chances.has(id)) chances.set(id, chance);
      const other = EXCLUDES[id] === undefined ? undefined : places.find((place) => place.id === EXCLUDES[id]);
      if (other) chance /= 1 - Math.min(0.95, chances.get(other.id) ?? 0);
      return {
        chance: chance * HALF_DRAW,
        mask: 1 << bit,
        isShown: column === 'shown',
        field,
        excludedBy: other ? 1 << other.bit : 0,
      };
    });
    return {
      count: rows.length,
      chance: Float64Array.from(rows, (row) => row.chance),
      mask: Int32Array.from(rows, (row) => row.mask),
      isShown: Uint8Array.from(rows, (row) => Number(row.isShown)),
      field: Uint8Array.from(rows, (row) => row.field),
      excludedBy: Int32Array.from(rows, (row) => row.excludedBy),
    };
  }

  /**
   * The network that only money leads to lacks the other links; the other networks have more of them, so that the
   * overall rates stay the same.
   */
  function balanced(chance: number, id: string, moneyOnly: boolean): number {
    const rest = networkAds - moneyAds;
    if (links.has(id)) return moneyOnly ? 0 : (chance * networkAds) / rest;
    if (!FORCED_MONEY.has(id)) return chance;
    // Where the field that shows it is empty, it is not visible even in that network.
    const seen = NEEDS_FIELD[id] === undefined ? moneyAds : moneyAds * (1 - emptyFields);
    return moneyOnly ? 1 : Math.max(0, chance * networkAds - seen) / rest;
  }
}

function drawTable(table: BitTable, unit: Unit, rng: Rng): void {
  const { count, chance, mask, isShown, field, excludedBy } = table;
  const { empty } = unit;
  let { said, shown } = unit;
  let draw = 0;
  for (let n = 0; n < count; n++) {
    // One draw serves two bits.
    draw = (n & 1) === 0 ? rng.next() : draw >>> 16;
    if ((draw & 0xffff) >= (chance[n] as number) || (empty & (field[n] as number)) !== 0) continue;
    if (isShown[n] === 1) {
      if ((shown & (excludedBy[n] as number)) === 0) shown |= mask[n] as number;
    } else if ((said & (excludedBy[n] as number)) === 0) said |= mask[n] as number;
  }
  unit.said = said;
  unit.shown = shown;
}

const CUES = new Set(['own-payout', 'consent-record-fresh']);
const kindOf = (id: string) => (CUES.has(id) ? 'cue' : 'sign');
