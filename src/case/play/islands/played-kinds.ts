import type { Kinds, LaterKinds, SayingKinds } from '#case/exercise/model/kinds.ts';
import type { OpenLockerWorker } from '#evidence/locker/browser/locker-in-worker.ts';

/** The kinds of exercise as a case in play has them: how they are played, and how to load the rest once it is needed. */
export interface PlayedKinds extends Pick<Kinds, 'plays' | 'tells'>, LaterKinds<'reads' | 'scores' | 'inRoom'> {
  /** What is said of each kind, and in which words. */
  readonly saying: () => Promise<SayingKinds>;
  /** Opens the worker that packs lockers: it knows the kind that fills them. */
  readonly openLockerWorker: OpenLockerWorker;
}
