import type { ActorType } from '#core/market/actor-types.ts';
import { FAMILIES, type Family } from '#core/market/families.ts';
import type { Planting, Tone } from '#core/market/schemas.ts';
import type { SignRates } from '#core/market-generator/sign-rates.ts';
import { EMPTY } from './market-columns.ts';

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
 * Pairs that contradict each other in one ad. The first is drawn only if the second is missing, at a rate that keeps its
 * overall rate.
 */
const EXCLUDES: Readonly<Record<string, string>> = {
  'own-limits-stated': 'no-limits-offer',
  'obscured-phone': 'shared-phone',
  'interchangeable-persons': 'third-person-voice',
  'language-mismatch': 'n-migrant-language',
  'continuity-of-identity': 'n-short-stay',
  'declared-business-id': 'lj-vague-employer',
};

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
  /** Mask of the bit that excludes it, in its own column; 0 if there is none. */
  readonly excludedBy: number;
}

export interface ChanceOrder {
  readonly family: Family;
  readonly rates: Readonly<Record<ActorType, SignRates>>;
  readonly planting: Pick<Planting, 'intensities'>;
  /** Share of empty fields, 0 to 1. */
  readonly emptyFields: number;
  /** Factor on the sign rates of networks. */
  readonly intensity: number;
}

/**
 * The chance of every bit for personas of one actor type and tone, a bit that another excludes after it. `adjusted` may
 * change a chance by its id before the field and what excludes it are taken into account.
 */
export function chancesOf(
  { family, rates, planting, emptyFields, intensity }: ChanceOrder,
  type: ActorType,
  tone: Tone | undefined,
  adjusted: (chance: number, id: string) => number = (chance) => chance,
): Chance[] {
  const plan = FAMILIES[family];
  const mean = planting.intensities.reduce((sum, { share, factor }) => sum + share * factor, 0);
  const factors = new Map(planting.intensities.map((one) => [one.tone, (one.factor / mean) * intensity]));
  const bits = [
    ...plan.said.map(({ id, kind }, bit) => ({ id, kind, column: 'said' as const, bit })),
    ...plan.shown.map(({ id }, bit) => ({ id, kind: kindOfShown(id), column: 'shown' as const, bit })),
  ];
  const sequence = [...bits.filter(({ id }) => !EXCLUDES[id]), ...bits.filter(({ id }) => EXCLUDES[id])];
  const known = new Map<string, number>();
  return sequence.map(({ id, kind, column, bit }) => {
    let chance = rates[type][column][bit] as number;
    if (tone !== undefined && kind === 'sign') chance *= factors.get(tone) ?? 1;
    chance = adjusted(chance, id);
    const field = NEEDS_FIELD[id] ?? 0;
    if (field !== 0) chance = Math.min(1, chance / (1 - emptyFields));
    if (!known.has(id)) known.set(id, chance);
    const other = EXCLUDES[id] === undefined ? undefined : bits.find((one) => one.id === EXCLUDES[id]);
    if (other) chance /= 1 - Math.min(0.95, known.get(other.id) ?? 0);
    return { id, kind, column, bit, chance: Math.min(1, chance), field, excludedBy: other ? 1 << other.bit : 0 };
  });
}

/** True if what shows it cannot be seen where its field is empty. */
export const needsField = (id: string) => NEEDS_FIELD[id] !== undefined;

const kindOfShown = (id: string) => (CUES.has(id) ? ('cue' as const) : ('sign' as const));
