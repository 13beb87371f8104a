/** What a sentence may have filled in. */
export const SLOTS = ['name', 'other', 'town', 'otherTown', 'house', 'code', 'origin', 'language', 'pay'] as const;
export type Slot = (typeof SLOTS)[number];
