import type { Kinds, LaterKinds } from '#case/exercise/model/kinds.ts';
import type { KindRegistry } from '#case/exercise/model/registry.ts';
import type { WithKeyParts } from '#case/plug/use-cases/kind-build.ts';
import type { OpenLockerWorker } from '#evidence/locker/browser/locker-in-worker.ts';
import type { ExerciseReport } from '#market/platforms/model/handed-report.ts';

/** The kinds of exercise as a case in play has them: how they are played, and how to load the rest once it is needed. */
export interface PlayedKinds extends Pick<Kinds, 'plays'>, LaterKinds<'reads' | 'scores' | 'says' | 'portfolios'> {
  /** Parts of the key that kinds add, to be fetched while there is a network. */
  readonly keyParts: () => Promise<WithKeyParts['keyParts']>;
  /** Opens the worker that packs lockers: it knows the kind that fills them. */
  readonly openLockerWorker: OpenLockerWorker;
  /** What kinds hand on to an exercise of another case. */
  readonly reports: () => Promise<KindRegistry<ExerciseReport>>;
}
