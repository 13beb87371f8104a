/** What a reading of the market was worth, fetched when it stands. */
export const loadFeedback = () => import('./DetectionFeedback.svelte');
