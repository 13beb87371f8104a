import { compareCodes } from '#kernel/model/compare-codes.ts';
import { type MeasureId, type Round, roundOf } from './measures.ts';

/** Who sits at the table. The regional body has no vote. */
export const SEATS = [
  'ministry',
  'police',
  'prosecutor',
  'survivors',
  'sellers',
  'support',
  'four-towns',
  'ostrel',
  'data-protection',
  'region',
] as const;
export type Seat = (typeof SEATS)[number];

/** The two seats that are heard before the first choice of a round, because each measure affects them. */
export const FIRST_SEATS = ['survivors', 'sellers'] as const satisfies readonly Seat[];

interface Stance {
  readonly backs: readonly MeasureId[];
  readonly objects: readonly MeasureId[];
}

/** The measures that a seat backs and objects to. Invented, like the seats. */
const STANCES: Readonly<Record<Seat, Stance>> = {
  ministry: { backs: ['B2', 'D1'], objects: ['A3', 'D4'] },
  police: { backs: ['B5', 'C5', 'D3'], objects: ['B4', 'C4'] },
  prosecutor: { backs: ['C2', 'D2'], objects: ['A2', 'D1'] },
  survivors: { backs: ['A3', 'B4', 'D4'], objects: ['B1', 'C5'] },
  sellers: { backs: ['A3', 'B2'], objects: ['A5', 'B3', 'C3', 'D5'] },
  support: { backs: ['C4', 'D4'], objects: ['C2', 'C3'] },
  'four-towns': { backs: ['A2', 'B2'], objects: ['B2', 'B5'] },
  ostrel: { backs: ['B1', 'C5'], objects: ['C1', 'C4', 'D2'] },
  'data-protection': { backs: ['A3', 'B4'], objects: ['A1', 'A4', 'B3', 'D3'] },
  region: { backs: ['D1', 'D3'], objects: ['C2'] },
};

/** One objection of a seat to a measure. */
export interface SeatObjection {
  readonly seat: Seat;
  readonly measure: MeasureId;
}

/** All objections, by measure and then by seat. */
export const OBJECTIONS: readonly SeatObjection[] = SEATS.flatMap((seat) =>
  STANCES[seat].objects.map((measure) => ({ seat, measure })),
).toSorted((a, b) => compareCodes(a.measure, b.measure));

export const objectionsTo = (measure: MeasureId): readonly SeatObjection[] =>
  OBJECTIONS.filter((objection) => objection.measure === measure);

/** The measures of a round that a seat backs. */
export const backedBy = (seat: Seat, round: Round): MeasureId[] =>
  STANCES[seat].backs.filter((measure) => roundOf(measure) === round);
