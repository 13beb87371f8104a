import type { KindScreens } from '#case/play/islands/kind-screens.ts';

/** How an exercise of mapping is shown. */
export const MAPPING_SCREENS: KindScreens = {
  step: () => import('./MappingStep.svelte'),
  debrief: () => import('./MappingDebrief.svelte'),
  fold: 'map',
};
