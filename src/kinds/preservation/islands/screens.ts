import type { KindScreens } from '#ui/islands/kind-plug.ts';

/** How a bench is shown. */
export const PRESERVATION_SCREENS: KindScreens = {
  step: () => import('./PreservationStep.svelte'),
  debrief: () => import('./PreservationDebrief.svelte'),
  fold: 'record',
  table: { rank: 10, load: () => import('#ui/preservation/CaseTable.svelte') },
};
