import type { KindShows } from '#case/play/islands/kind-shows.ts';
import { loadFeedback } from './load-feedback.ts';

/** How an exercise of finding is shown. A closed card is shown nowhere. */
export const DETECTION_SHOWS: KindShows = {
  step: () => import('./DetectionStep.svelte'),
  debrief: () => import('./DetectionDebrief.svelte'),
  fold: 'find',
  table: { rank: 20, load: () => import('#kinds/detection/screens/CaseTable.svelte') },
  later: [loadFeedback],
  readings: async () => {
    const { openReadingStore } = await import('#kinds/detection/browser/reading-store.ts');
    return (await openReadingStore()).all();
  },
  wide: true,
  adsShown: ({ ads }) => ads.filter(({ withheld }) => !withheld).map(({ id }) => id),
};
