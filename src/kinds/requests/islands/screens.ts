import type { KindScreens } from '#case/play/islands/kind-screens.ts';

/** How a request desk is shown. */
export const REQUESTS_SCREENS: KindScreens = {
  step: () => import('./RequestsStep.svelte'),
  debrief: () => import('./RequestsDebrief.svelte'),
  fold: 'letters',
};
