/**
 * What a tool may have learned from: `closed` is the split train of the bench alone, `open` is anything, markets that its
 * makers drew with the generator among it. Which rules a result is under is the word of whoever made it.
 */
export const RULES = ['closed', 'open'] as const;
export type Rules = (typeof RULES)[number];
