import type { PageKinds } from '#case/play/islands/page-kinds.ts';
import { KIND_SCREENS } from '#kinds/shipped/islands/kind-screens.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';

/** The shipped kinds for a page that plays a case: what it has from the beginning, and how it loads the rest. */
export const CASE_KINDS: PageKinds = {
  plays: KIND_PLAYS,
  shows: KIND_SCREENS,
  reads: () => import('#kinds/shipped/model/schemas.ts').then(({ KIND_SCHEMAS }) => KIND_SCHEMAS),
  scores: () => import('#kinds/shipped/use-cases/answer-kinds.ts').then(({ ANSWER_KINDS }) => ANSWER_KINDS.scores),
  says: () => import('#kinds/shipped/model/debrief.ts').then(({ KIND_DEBRIEFS }) => KIND_DEBRIEFS),
  portfolios: () => import('#kinds/shipped/model/portfolio.ts').then(({ KIND_PORTFOLIOS }) => KIND_PORTFOLIOS),
  keyParts: () => import('#kinds/shipped/use-cases/key-parts.ts').then(({ KIND_KEY_PARTS }) => KIND_KEY_PARTS),
  openLockerWorker: async () => (await import('#kinds/shipped/browser/open-locker-worker.ts')).openLockerWorker(),
  reports: () => import('#kinds/shipped/model/reports.ts').then(({ KIND_REPORTS }) => KIND_REPORTS),
};
