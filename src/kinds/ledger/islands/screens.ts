import type { KindScreens } from '#case/play/islands/kind-screens.ts';

/** How a ledger is shown. */
export const LEDGER_SCREENS: KindScreens = {
  step: () => import('./LedgerStep.svelte'),
  debrief: () => import('./LedgerDebrief.svelte'),
  fold: 'ledger',
  actsInLog: () => import('#kinds/ledger/screens/acts-in-log.ts'),
};
