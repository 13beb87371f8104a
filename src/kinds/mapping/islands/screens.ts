import type { KindShows } from '#case/play/islands/kind-shows.ts';

/** How an exercise of mapping is shown. */
export const MAPPING_SHOWS: KindShows = {
  step: () => import('./MappingStep.svelte'),
  debrief: () => import('./MappingDebrief.svelte'),
  fold: 'map',
};
