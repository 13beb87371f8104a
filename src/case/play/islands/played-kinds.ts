import type { OpenLockerWorker } from '#adapters/browser/locker-bench.ts';
import type { WithKeyParts } from '#app/kinds/kind-plug.ts';
import type { Kinds, LaterKinds } from '#core/exercise/kinds.ts';
import type { KindRegistry } from '#core/exercise/registry.ts';
import type { ExerciseReport } from '#core/moderation/handed-report.ts';

/** The kinds of exercise as a case in play has them: how they are played, and how to load the rest once it is needed. */
export interface PlayedKinds extends Pick<Kinds, 'plays'>, LaterKinds<'reads' | 'scores' | 'says' | 'portfolios'> {
  /** Parts of the key that kinds add, to be fetched while there is a network. */
  readonly keyParts: () => Promise<WithKeyParts['keyParts']>;
  /** Opens the worker that packs lockers: it knows the kind that fills them. */
  readonly openLockerWorker: OpenLockerWorker;
  /** What kinds hand on to an exercise of another case. */
  readonly reports: () => Promise<KindRegistry<ExerciseReport>>;
}
