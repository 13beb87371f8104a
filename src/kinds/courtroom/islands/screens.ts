import type { KindShows } from '#case/play/islands/kind-shows.ts';

/** How a courtroom exercise is shown. */
export const COURTROOM_SHOWS: KindShows = {
  step: () => import('./CourtroomStep.svelte'),
  debrief: () => import('./CourtroomDebrief.svelte'),
  fold: 'court',
  table: { rank: 30, load: () => import('#kinds/courtroom/screens/CaseTable.svelte') },
  actsInLog: () => import('#kinds/courtroom/screens/acts-in-log.ts'),
  wide: true,
};
