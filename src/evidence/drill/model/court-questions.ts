/**
 * The ten questions of the lesson on digital evidence, in its order; each error of a record leaves one or two of them
 * open.
 */
export const COURT_QUESTIONS = [
  'lawful',
  'authentic',
  'complete',
  'unaltered',
  'when',
  'who',
  'repeatable',
  'attribution',
  'order',
  'proves',
] as const;
export type CourtQuestion = (typeof COURT_QUESTIONS)[number];
