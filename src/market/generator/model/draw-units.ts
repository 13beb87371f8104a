import { type Rng, UINT32_RANGE } from '#kernel/model/rng.ts';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import { isSilent } from '#market/ads/model/purposes.ts';
import type { IntensityTone, Planting } from '#market/ads/model/schemas.ts';
import { balanceMoney } from './_internal/money-only.ts';
import { type Chance, type ChanceOrder, chancesOf } from './_internal/sign-chances.ts';
import { EMPTY } from './market-columns.ts';
import type { PlannedActor } from './plan-actors.ts';

/** One persona before its ads are written: what its ads say, show and share. */
export interface Unit {
  readonly actor: number;
  readonly type: ActorType;
  readonly tone: IntensityTone | undefined;
  readonly ads: number;
  /** What its ads are for, by its number in `PURPOSES`. */
  readonly purpose: number;
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

export interface UnitOrder extends ChanceOrder {
  readonly actors: readonly PlannedActor[];
  readonly planting: Planting;
  readonly towns: number;
  /** Index of the actor that can be reached through money alone, or -1. */
  readonly moneyOnly: number;
  readonly tables: BitTables;
  /** For each actor the ads of each persona; drawn by `adsPerPersona` where it is not given. */
  readonly adsOf?: readonly (readonly number[])[] | undefined;
  /** Draws what the ads of a persona are for; always the first of `PURPOSES` where it is not given. */
  readonly purposeOf?: ((type: ActorType) => number) | undefined;
}

/** Of ten personas of one actor, this many advertise in its home town. */
const AT_HOME_OF_TEN = 7;

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
    for (const ads of order.adsOf?.[at] ?? adsPerPersona(actor, rng)) {
      const empty = drawEmpty(order.emptyFields, neutral);
      const town = neutral.int(10) < AT_HOME_OF_TEN ? home : neutral.int(order.towns);
      const unit: Unit = {
        actor: at,
        type: actor.type,
        tone: actor.tone,
        ads,
        purpose: order.purposeOf?.(actor.type) ?? 0,
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

/** Pairs of ads of one persona for each ad, as often as among persons who work alone; a pair of recruiters is no network. */
const PAIRS_PER_AD: Partial<Record<ActorType, number>> = { recruiter: 0.176 };
const USUAL_PAIRS_PER_AD = 1 / 6;

/**
 * A person who works alone is one persona in all ads, friends are two. Every other actor shows a persona in one ad or in
 * two, as often as a person who works alone has two ads: how many ads an account holds tells nothing.
 */
export function adsPerPersona({ type, ads }: PlannedActor, rng: Rng): number[] {
  if (type === 'independent') return [ads];
  if (type === 'duo') return ads < 2 ? [ads] : [Math.ceil(ads / 2), Math.floor(ads / 2)];
  const expected = ads * (PAIRS_PER_AD[type] ?? USUAL_PAIRS_PER_AD);
  const whole = Math.floor(expected);
  const drawn = whole + Number(rng.next() < (expected - whole) * UINT32_RANGE);
  const least = type === 'employer' ? 1 : 2;
  const pairs = Math.min(drawn, Math.floor(ads / 2), Math.max(0, ads - least));
  return [...new Array<number>(pairs).fill(2), ...new Array<number>(ads - 2 * pairs).fill(1)];
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
  /** Masks of the bits that exclude it; 0 if there are none. */
  readonly excludedBySaid: Int32Array;
  readonly excludedByShown: Int32Array;
}

function createBitDraw(order: UnitOrder, rng: Rng, neutral: Rng, networkAds: number, moneyAds: number) {
  const { family, emptyFields } = order;
  const balanced = balanceMoney({ family, networkAds, moneyAds, emptyFields });
  const own: BitTables = new Map();

  return (unit: Unit, moneyOnly: boolean): void => {
    // Only what networks show depends on the other networks of the district.
    const { purpose } = unit;
    const name =
      unit.tone === undefined ? `${unit.type} ${purpose}` : `${unit.type} ${purpose} ${unit.tone} ${moneyOnly}`;
    const tables = unit.tone === undefined ? order.tables : own;
    let pair = tables.get(name);
    if (!pair) {
      const chances = chancesOf(order, unit.type, unit.tone, (chance, id) =>
        isSilent(purpose, id) ? 0 : unit.tone === undefined ? chance : balanced(chance, id, moneyOnly),
      );
      pair = [
        tableOf(chances.filter(({ kind }) => kind !== 'trap')),
        tableOf(chances.filter(({ kind }) => kind === 'trap')),
      ];
      tables.set(name, pair);
    }
    // Traps first: they read nothing, and some signs and cues are not drawn beside one.
    drawTable(pair[1], unit, neutral);
    drawTable(pair[0], unit, rng);
  };
}

const tableOf = (rows: readonly Chance[]): BitTable => ({
  count: rows.length,
  chance: Float64Array.from(rows, ({ chance }) => chance * HALF_DRAW),
  mask: Int32Array.from(rows, ({ bit }) => 1 << bit),
  isShown: Uint8Array.from(rows, ({ column }) => Number(column === 'shown')),
  field: Uint8Array.from(rows, ({ field }) => field),
  excludedBySaid: Int32Array.from(rows, ({ excludedBy }) => excludedBy.said),
  excludedByShown: Int32Array.from(rows, ({ excludedBy }) => excludedBy.shown),
});

function drawTable(table: BitTable, unit: Unit, rng: Rng): void {
  const { count, chance, mask, isShown, field, excludedBySaid, excludedByShown } = table;
  const { empty } = unit;
  let { said, shown } = unit;
  let draw = 0;
  for (let n = 0; n < count; n++) {
    // One draw serves two bits.
    draw = (n & 1) === 0 ? rng.next() : draw >>> 16;
    if ((draw & 0xffff) >= (chance[n] as number) || (empty & (field[n] as number)) !== 0) continue;
    if (((said & (excludedBySaid[n] as number)) | (shown & (excludedByShown[n] as number))) !== 0) continue;
    if (isShown[n] === 1) shown |= mask[n] as number;
    else said |= mask[n] as number;
  }
  unit.said = said;
  unit.shown = shown;
}
