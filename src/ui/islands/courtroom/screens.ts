import type { KindScreens } from '#ui/islands/kind-plug.ts';

/** How a courtroom exercise is shown. */
export const COURTROOM_SCREENS: KindScreens = {
  step: () => import('./CourtroomStep.svelte'),
  debrief: () => import('./CourtroomDebrief.svelte'),
  fold: 'court',
  wide: true,
};
