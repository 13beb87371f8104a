/** The sheets of a case in the order in which they are shown and printed. */
export const SHEETS = ['run', 'team', 'cards', 'local', 'sign-in'] as const;
export type SheetName = (typeof SHEETS)[number];
