import type { KindScreens } from '#ui/islands/kind-plug.ts';

/** How a request desk is shown. */
export const REQUESTS_SCREENS: KindScreens = {
  step: () => import('./RequestsStep.svelte'),
  debrief: () => import('./RequestsDebrief.svelte'),
  fold: 'letters',
};
