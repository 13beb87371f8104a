import type { KindScreens } from '#ui/islands/kind-plug.ts';

/** How an exercise of linking is shown. */
export const LINKING_SCREENS: KindScreens = {
  step: () => import('./LinkingStep.svelte'),
  debrief: () => import('./LinkingDebrief.svelte'),
  fold: 'links',
};
