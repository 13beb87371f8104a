import type { PageKinds } from '#case/play/islands/page-kinds.ts';
import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';

/** The shipped kinds for a page that plays a case: what it has from the beginning, and how it loads the rest. */
export const CASE_KINDS: PageKinds = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  shows: KIND_SHOWS,
  reads: () => import('#kinds/shipped/model/reads.ts').then(({ KIND_READS }) => KIND_READS),
  scores: () => import('#kinds/shipped/use-cases/answer-kinds.ts').then(({ ANSWER_KINDS }) => ANSWER_KINDS.scores),
  saying: () => import('#kinds/shipped/screens/saying-kinds.ts').then(({ SAYING_KINDS }) => SAYING_KINDS),
  openLockerWorker: async () => (await import('#kinds/shipped/browser/open-locker-worker.ts')).openLockerWorker(),
  inRoom: () => import('#kinds/shipped/model/in-room.ts').then(({ KIND_IN_ROOM }) => KIND_IN_ROOM),
};
