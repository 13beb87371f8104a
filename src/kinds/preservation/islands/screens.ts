import type { KindShows } from '#case/play/islands/kind-shows.ts';

/** How a workbench is shown. */
export const PRESERVATION_SHOWS: KindShows = {
  step: () => import('./PreservationStep.svelte'),
  debrief: () => import('./PreservationDebrief.svelte'),
  fold: 'record',
  table: { rank: 10, load: () => import('#kinds/preservation/screens/CaseTable.svelte') },
};
