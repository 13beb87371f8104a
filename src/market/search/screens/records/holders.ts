/** Who holds what no page shows, and gives it to a lawful request only. */
export const HOLDERS = ['site', 'money', 'notes'] as const;
export type RecordHolder = (typeof HOLDERS)[number];
