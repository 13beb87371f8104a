/** The lines of a request to keep data that are written out, in the order of its form. */
export const LETTER_TEXTS = [
  'authority',
  'contact',
  'offence',
  'facts',
  'custodian',
  'urgency',
  'confidentiality',
] as const;
