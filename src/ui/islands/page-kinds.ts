import type { WithKeyParts } from '#app/kinds/kind-plug.ts';
import type { Kinds, LaterKinds } from '#core/exercise/kinds.ts';
import type { KindRegistry } from '#core/exercise/registry.ts';
import type { ExerciseReport } from '#core/moderation/handed-report.ts';
import type { KindScreens } from './kind-plug.ts';

/**
 * The kinds of exercise as a page that plays a case has them: how they are played and shown, and how to load the rest
 * once it is needed. Its page root puts them in.
 */
export interface PageKinds extends Pick<Kinds, 'plays'>, LaterKinds<'reads' | 'scores' | 'says' | 'portfolios'> {
  readonly shows: KindRegistry<KindScreens>;
  /** Parts of the key that kinds add, to be fetched while there is a network. */
  readonly keyParts: () => Promise<WithKeyParts['keyParts']>;
  /** What kinds hand on to an exercise of another case. */
  readonly reports: () => Promise<KindRegistry<ExerciseReport>>;
}
