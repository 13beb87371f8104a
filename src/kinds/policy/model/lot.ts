import { shuffle, stream } from '#kernel/model/rng.ts';
import { type MeasureId, measuresOf, type Round } from './measures.ts';

/** The measures of a round in the random order of the case, so that the position says nothing about a measure. */
export function drawnOrder(lot: string, round: Round): MeasureId[] {
  const order = measuresOf(round);
  shuffle(order, stream(lot, `policy ${round}`));
  return order;
}
