import type { KindScreens } from '#ui/islands/kind-plug.ts';

/** How a test of platforms is shown. */
export const CHECKATHON_SCREENS: KindScreens = {
  step: () => import('./CheckathonStep.svelte'),
  debrief: () => import('./CheckathonDebrief.svelte'),
  roomFindings: () => import('./CheckathonRoomFindings.svelte'),
  fold: 'checkathon',
};
