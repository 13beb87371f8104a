import type { KindScreens } from '#ui/islands/kind-plug.ts';

/** How a courtroom exercise is shown. */
export const COURTROOM_SCREENS: KindScreens = {
  step: () => import('./CourtroomStep.svelte'),
  debrief: () => import('./CourtroomDebrief.svelte'),
  fold: 'court',
  table: { rank: 30, load: () => import('#ui/courtroom/CaseTable.svelte') },
  actsInLog: () => import('#ui/courtroom/acts-in-log.ts'),
  wide: true,
};
