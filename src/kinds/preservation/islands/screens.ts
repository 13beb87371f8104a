import type { KindScreens } from '#case/play/islands/kind-screens.ts';

/** How a workbench is shown. */
export const PRESERVATION_SCREENS: KindScreens = {
  step: () => import('./PreservationStep.svelte'),
  debrief: () => import('./PreservationDebrief.svelte'),
  fold: 'record',
  table: { rank: 10, load: () => import('#kinds/preservation/screens/CaseTable.svelte') },
};
