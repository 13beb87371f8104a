/** The sheets for a table without computers, in the order in which a day needs them. */
export const CARD_SHEETS = [
  'roles',
  'law',
  'sites',
  'cards',
  'weeks',
  'capture',
  'board',
  'interval',
  'interview',
  'report',
  'injects',
  'seats',
  'options',
  'views',
  'note',
  'outside',
] as const;
/** `truth` is a page of its own, for whoever leads. */
export type CardSheetName = (typeof CARD_SHEETS)[number] | 'truth';
