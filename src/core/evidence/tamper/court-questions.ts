/** What a court asks of a record; each error of a record is one of these questions left open. */
export const COURT_QUESTIONS = [
  'lawful',
  'authentic',
  'complete',
  'unaltered',
  'when',
  'who',
  'repeatable',
  'attribution',
  'original',
  'disclosure',
  'privacy',
  'undercover',
  'proves',
  'corroboration',
] as const;
export type CourtQuestion = (typeof COURT_QUESTIONS)[number];
