/** Slots that a template sentence may have. */
export const SLOTS = ['name', 'other', 'town', 'otherTown', 'house', 'code', 'origin', 'language', 'pay'] as const;
export type Slot = (typeof SLOTS)[number];
