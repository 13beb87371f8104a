import type { KindShows } from '#case/play/islands/kind-shows.ts';

/** How an exercise of linking is shown. */
export const LINKING_SHOWS: KindShows = {
  step: () => import('./LinkingStep.svelte'),
  debrief: () => import('./LinkingDebrief.svelte'),
  fold: 'links',
};
