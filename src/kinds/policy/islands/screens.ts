import type { KindScreens } from '#case/play/islands/kind-screens.ts';

/** How a policy table-top is shown. */
export const POLICY_SCREENS: KindScreens = {
  step: () => import('./PolicyStep.svelte'),
  debrief: () => import('./PolicyDebrief.svelte'),
  fold: 'policy',
};
