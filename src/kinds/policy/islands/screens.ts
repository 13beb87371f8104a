import type { KindShows } from '#case/play/islands/kind-shows.ts';

/** How a policy table-top is shown. */
export const POLICY_SHOWS: KindShows = {
  step: () => import('./PolicyStep.svelte'),
  debrief: () => import('./PolicyDebrief.svelte'),
  fold: 'policy',
};
