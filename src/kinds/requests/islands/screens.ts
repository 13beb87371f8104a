import type { KindShows } from '#case/play/islands/kind-shows.ts';

/** How a request desk is shown. */
export const REQUESTS_SHOWS: KindShows = {
  step: () => import('./RequestsStep.svelte'),
  debrief: () => import('./RequestsDebrief.svelte'),
  fold: 'letters',
};
