import type { CardReading } from './compare-reading.ts';
import { CARD_IDS, type CardId, FACT_CARDS, verdictOf } from './fact-cards.ts';

/** The readings of one round; a card that was left out has none. */
export type Readings = Readonly<Partial<Record<CardId, CardReading>>>;

/** What a round comes to, without points: how many cards were read, and which were read as trafficking although their facts do not say so. */
export interface RoundSummary {
  readonly read: number;
  readonly withoutCause: readonly CardId[];
}

export function summariseReadings(readings: Readings): RoundSummary {
  return {
    read: CARD_IDS.filter((card) => readings[card]).length,
    withoutCause: CARD_IDS.filter((card) => readings[card]?.verdict === 'yes' && verdictOf(FACT_CARDS[card]) !== 'yes'),
  };
}
