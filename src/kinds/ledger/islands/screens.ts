import type { KindScreens } from '#ui/islands/kind-plug.ts';

/** How a ledger is shown. */
export const LEDGER_SCREENS: KindScreens = {
  step: () => import('./LedgerStep.svelte'),
  debrief: () => import('./LedgerDebrief.svelte'),
  fold: 'ledger',
  actsInLog: () => import('#ui/ledger/acts-in-log.ts'),
};
