import { KIND_PLAYS } from '#core/kinds/play.ts';
import { KIND_SCREENS } from '../kind-screens.ts';
import type { PageKinds } from '../page-kinds.ts';

/** The shipped kinds for a page that plays a case: what it has from the beginning, and how it loads the rest. */
export const CASE_KINDS: PageKinds = {
  plays: KIND_PLAYS,
  shows: KIND_SCREENS,
  reads: () => import('#core/kinds/schemas.ts').then(({ KIND_SCHEMAS }) => KIND_SCHEMAS),
  scores: () => import('#app/kinds/answer-kinds.ts').then(({ ANSWER_KINDS }) => ANSWER_KINDS.scores),
  says: () => import('#core/kinds/debrief.ts').then(({ KIND_DEBRIEFS }) => KIND_DEBRIEFS),
  portfolios: () => import('#core/kinds/portfolio.ts').then(({ KIND_PORTFOLIOS }) => KIND_PORTFOLIOS),
  keyParts: () => import('#app/kinds/key-parts.ts').then(({ KIND_KEY_PARTS }) => KIND_KEY_PARTS),
  openLockerWorker: async () => (await import('#adapters/browser/open-locker-worker.ts')).openLockerWorker(),
  reports: () => import('#core/kinds/reports.ts').then(({ KIND_REPORTS }) => KIND_REPORTS),
};
