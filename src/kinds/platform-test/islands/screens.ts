import type { KindScreens } from '#case/play/islands/kind-screens.ts';

/** How a test of platforms is shown. */
export const CHECKATHON_SCREENS: KindScreens = {
  step: () => import('./PlatformTestStep.svelte'),
  debrief: () => import('./PlatformTestDebrief.svelte'),
  roomFindings: () => import('./PlatformTestRoomFindings.svelte'),
  fold: 'checkathon',
};
