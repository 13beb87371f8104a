import type { WithPlayers } from '#app/reference/players.ts';
import type { Kinds, LaterKinds } from '#core/exercise/kinds.ts';
import type { PageKinds } from '../page-kinds.ts';

/** The kinds of exercise as the pages of a facilitator have them. */
export interface ControlKinds extends Pick<Kinds, 'plays'>, LaterKinds<'says'>, Pick<PageKinds, 'shows'> {
  /** What simulated teams do in a rehearsal. */
  readonly players: () => Promise<WithPlayers['players']>;
}
