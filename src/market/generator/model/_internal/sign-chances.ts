import type { ActorType } from '#market/ads/model/actor-types.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import type { IntensityTone, Planting } from '#market/ads/model/schemas.ts';
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

/**
 * Signs and cues that contradict others in one ad: each is drawn after the others, only where none of them is, at a rate
 * that keeps its overall rate.
 */
const EXCLUDED_BY: Readonly<Record<string, readonly string[]>> = {
  'own-limits-stated': ['no-limits-offer', 'manager-reference'],
  'own-screening': ['manager-reference'],
  'obscured-phone': ['shared-phone'],
  'interchangeable-persons': ['third-person-voice'],
  'language-mismatch': ['n-migrant-language'],
  'confined-location': ['n-short-stay'],
  'continuity-of-identity': ['n-short-stay', 'persona-inconsistency'],
  'declared-business-id': ['lj-vague-employer'],
};
/** What is drawn after all other bits; the rest is drawn in the order of its bits, traps first. */
const DRAWN_LAST = new Set([
  'own-limits-stated',
  'obscured-phone',
  'interchangeable-persons',
  'language-mismatch',
  'continuity-of-identity',
  'declared-business-id',
]);

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
  /** Mask of the bits that exclude it, in its own column; 0 if there are none. */
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
 * The chance of every bit for personas of one actor type and tone, a bit after those that exclude it. `adjusted` may
 * change a chance by its id before the field and what excludes it are taken into account.
 */
export function chancesOf(
  { family, rates, planting, emptyFields, intensity }: ChanceOrder,
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
  const sequence = [...bits.filter(({ id }) => !DRAWN_LAST.has(id)), ...bits.filter(({ id }) => DRAWN_LAST.has(id))];
  const overall = new Map<string, number>();
  for (const { id, kind, column, bit } of sequence) {
    let chance = rates[type][column][bit] as number;
    if (tone !== undefined && kind === 'sign') chance *= factors.get(tone) ?? 1;
    chance = adjusted(chance, id);
    overall.set(id, NEEDS_FIELD[id] === undefined ? chance : Math.min(1, chance / (1 - emptyFields)));
  }
  return sequence.map(({ id, kind, column, bit }) => {
    const others = bits.filter((other) => EXCLUDED_BY[id]?.includes(other.id));
    let chance = overall.get(id) as number;
    for (const other of others) chance /= 1 - Math.min(0.95, overall.get(other.id) as number);
    const excludedBy = others.reduce((mask, other) => mask | (1 << other.bit), 0);
    return { id, kind, column, bit, chance: Math.min(1, chance), field: NEEDS_FIELD[id] ?? 0, excludedBy };
  });
}

/** True if what shows it cannot be seen where its field is empty. */
export const needsField = (id: string) => NEEDS_FIELD[id] !== undefined;

const kindOfShown = (id: string) => (CUES.has(id) ? ('cue' as const) : ('sign' as const));
