import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Reading, SignReading } from '#case/debrief/model/reading/reading.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';

/** A sign with the time at which it is due for repetition, as an ISO 8601 text. */
export interface ScheduledSign {
  readonly sign: string;
  readonly due: string;
  readonly seen: number;
}

/** Without fuzz and short-term steps, so that the same readings give the same days. */
const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: false });

/**
 * When each sign is due, earliest first. Computed from the readings alone, in order of time; nothing is stored. A
 * reading in which a sign was neither planted nor named is not counted for it.
 * @see J. Ye and others, free spaced repetition scheduler (FSRS)
 */
export function scheduleSigns(readings: readonly Reading[]): ScheduledSign[] {
  const cards = new Map<string, { card: Card; seen: number }>();
  for (const { wall, signs } of readings.toSorted((a, b) => compareCodes(a.wall, b.wall))) {
    for (const [sign, counted] of Object.entries(signs)) {
      const before = cards.get(sign) ?? { card: createEmptyCard<Card>(wall), seen: 0 };
      const { card } = SCHEDULER.next(before.card, wall, gradeOf(counted));
      cards.set(sign, { card, seen: before.seen + 1 });
    }
  }
  return [...cards]
    .map(([sign, { card, seen }]) => ({ sign, due: card.due.toISOString(), seen }))
    .sort((a, b) => compareCodes(a.due, b.due) || compareCodes(a.sign, b.sign));
}

/** The signs that are due at time `now`. */
export function dueSigns(readings: readonly Reading[], now: string): ScheduledSign[] {
  return scheduleSigns(readings).filter(({ due }) => due <= now);
}

/** FSRS grade: Again with more wrong than right, Hard with anything wrong, otherwise Good. */
function gradeOf({ hits, misses, falseFlags, traps }: SignReading): Grade {
  const wrong = misses + falseFlags + traps;
  if (wrong > hits) return Rating.Again;
  return wrong > 0 ? Rating.Hard : Rating.Good;
}
