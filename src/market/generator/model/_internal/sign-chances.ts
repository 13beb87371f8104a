import type { ActorType } from '#market/ads/model/actor-types.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import type { IntensityTone, Planting } from '#market/ads/model/schemas.ts';
import type { Exclusions } from '#market/generator/model/exclusions.ts';
import { EMPTY } from '#market/generator/model/market-columns.ts';
import type { SignRates } from '#market/generator/model/sign-rates.ts';

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

/** No rate of what excludes another bit is taken to be higher. */
const MAX_RATE = 0.95;

const CUES = new Set(['own-payout', 'consent-record-fresh']);

/** One bit that a persona may show, and what its chance depends on. */
export interface Chance {
  readonly id: string;
  readonly kind: 'sign' | 'cue' | 'trap';
  readonly column: 'said' | 'shown';
  readonly bit: number;
  /** Probability, given that the field is not empty and that nothing excludes it. */
  readonly chance: number;
  /** Field that must not be empty; 0 if none is needed. */
  readonly field: number;
  /** What excludes it. */
  readonly excluders: readonly Excluder[];
  /** Their bits. */
  readonly excludedBy: Bits;
}

/** A bit beside which another one is not drawn. */
export interface Excluder extends Pick<Chance, 'id' | 'kind' | 'column' | 'bit'> {
  /** Its overall probability. */
  readonly rate: number;
}

/** Bits of both columns. */
export interface Bits {
  readonly said: number;
  readonly shown: number;
}

/** What excludes a bit, with a mask of it for each column; 0 where there is nothing. */
export const excludedByAll = (excluders: readonly Excluder[]): Pick<Chance, 'excluders' | 'excludedBy'> => ({
  excluders,
  excludedBy: { said: maskIn(excluders, 'said'), shown: maskIn(excluders, 'shown') },
});

const maskIn = (excluders: readonly Excluder[], column: Excluder['column']) =>
  excluders.reduce((mask, one) => (one.column === column ? mask | (1 << one.bit) : mask), 0);

export interface ChanceOrder {
  readonly family: Family;
  readonly exclusions: Exclusions;
  readonly rates: Readonly<Record<ActorType, SignRates>>;
  readonly planting: Pick<Planting, 'intensities'>;
  /** Share of empty fields, 0 to 1. */
  readonly emptyFields: number;
  /** Factor on the sign rates of networks. */
  readonly intensity: number;
}

/**
 * The chance of every bit for personas of one actor type and tone, a bit after those that exclude it. `adjusted` may
 * change a chance by its id before the field and what excludes it are taken into account.
 */
export function chancesOf(
  { family, exclusions, rates, planting, emptyFields, intensity }: ChanceOrder,
  type: ActorType,
  tone: IntensityTone | undefined,
  adjusted: (chance: number, id: string) => number = (chance) => chance,
): Chance[] {
  const plan = FAMILIES[family];
  const mean = planting.intensities.reduce((sum, { share, factor }) => sum + share * factor, 0);
  const factors = new Map(planting.intensities.map((one) => [one.tone, (one.factor / mean) * intensity]));
  const bits = [
    ...plan.said.map(({ id, kind }, bit) => ({ id, kind, column: 'said' as const, bit })),
    ...plan.shown.map(({ id }, bit) => ({ id, kind: kindOfShown(id), column: 'shown' as const, bit })),
  ];
  const { excludedBy, drawnLast } = exclusions;
  const sequence = [...bits.filter(({ id }) => !drawnLast.has(id)), ...bits.filter(({ id }) => drawnLast.has(id))];
  const overall = new Map<string, number>();
  for (const { id, kind, column, bit } of sequence) {
    let chance = rates[type][column][bit] as number;
    if (tone !== undefined && kind === 'sign') chance *= factors.get(tone) ?? 1;
    chance = adjusted(chance, id);
    overall.set(id, NEEDS_FIELD[id] === undefined ? chance : Math.min(1, chance / (1 - emptyFields)));
  }
  return sequence.map(({ id, kind, column, bit }) => {
    const excluders = bits
      .filter((other) => excludedBy[id]?.includes(other.id))
      .map((other) => ({ ...other, rate: Math.min(MAX_RATE, overall.get(other.id) as number) }));
    const chance = excluders.reduce((rest, { rate }) => rest / (1 - rate), overall.get(id) as number);
    return {
      id,
      kind,
      column,
      bit,
      chance: Math.min(1, chance),
      field: NEEDS_FIELD[id] ?? 0,
      ...excludedByAll(excluders),
    };
  });
}

/** True if what shows it cannot be seen where its field is empty. */
export const needsField = (id: string) => NEEDS_FIELD[id] !== undefined;

const kindOfShown = (id: string) => (CUES.has(id) ? ('cue' as const) : ('sign' as const));
