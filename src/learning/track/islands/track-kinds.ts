import type { KindWords } from '#case/exercise/model/kind-words.ts';
import type { Kinds, LaterKinds } from '#case/exercise/model/kinds.ts';

/** The kinds as the page of a track has them: where an attempt stands, and how much was handled in it. */
export interface TrackKinds extends Pick<Kinds, 'plays' | 'tells'>, LaterKinds<'reads'> {
  /** What was handled, under `handled.<id>`. */
  readonly handledWords: KindWords;
}
