import type { PracticeRound, RoundOrder } from './find-round.ts';
import type { RoundLibrary } from './round-library.ts';

/** What the page asks of the worker that searches rounds. */
export interface RoundRequest {
  readonly library: RoundLibrary;
  readonly order: RoundOrder;
}

/** What comes back: how many markets have been looked through, then the round, or none. */
export type RoundReply =
  | { readonly type: 'tried'; readonly done: number }
  | { readonly type: 'found'; readonly round: PracticeRound | undefined };
