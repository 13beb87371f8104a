import type { KindShows } from '#case/play/islands/kind-shows.ts';

/** How a ledger is shown. */
export const LEDGER_SHOWS: KindShows = {
  step: () => import('./LedgerStep.svelte'),
  debrief: () => import('./LedgerDebrief.svelte'),
  fold: 'ledger',
  actsInLog: () => import('#kinds/ledger/screens/acts-in-log.ts'),
};
