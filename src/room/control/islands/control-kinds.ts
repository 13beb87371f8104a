import type { Kinds, SayingKinds } from '#case/exercise/model/kinds.ts';
import type { PageKinds } from '#case/play/islands/page-kinds.ts';
import type { WithPlayers } from '#case/reference-players/use-cases/players.ts';

/** The kinds of exercise as the pages of a facilitator have them. */
export interface ControlKinds extends Pick<Kinds, 'plays' | 'tells'>, Pick<PageKinds, 'shows'> {
  /** What is said of each kind, and in which words. */
  readonly saying: () => Promise<SayingKinds>;
  /** What simulated teams do in a rehearsal. */
  readonly players: () => Promise<WithPlayers['players']>;
}
