import type { Kinds, LaterKinds } from '#case/exercise/model/kinds.ts';
import type { PageKinds } from '#case/play/islands/page-kinds.ts';
import type { WithPlayers } from '#case/reference-players/use-cases/players.ts';

/** The kinds of exercise as the pages of a facilitator have them. */
export interface ControlKinds extends Pick<Kinds, 'plays' | 'tells'>, LaterKinds<'says'>, Pick<PageKinds, 'shows'> {
  /** What simulated teams do in a rehearsal. */
  readonly players: () => Promise<WithPlayers['players']>;
}
