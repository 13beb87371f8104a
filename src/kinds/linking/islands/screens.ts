import type { KindScreens } from '#case/play/islands/kind-screens.ts';

/** How an exercise of linking is shown. */
export const LINKING_SCREENS: KindScreens = {
  step: () => import('./LinkingStep.svelte'),
  debrief: () => import('./LinkingDebrief.svelte'),
  fold: 'links',
};
