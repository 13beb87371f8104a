import type { KindShows } from '#case/play/islands/kind-shows.ts';

/** How a test of platforms is shown. */
export const PLATFORM_TEST_SHOWS: KindShows = {
  step: () => import('./PlatformTestStep.svelte'),
  debrief: () => import('./PlatformTestDebrief.svelte'),
  roomFindings: () => import('./PlatformTestRoomFindings.svelte'),
  // Links to the debrief lead to its parts by this name, and the words of its head are under it.
  fold: 'checkathon',
};
