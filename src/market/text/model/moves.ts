/** The places of an ad, in no order: a kind of site has its own (`kinds-of-text.ts`). */
export const MOVES = [
  'greet',
  'who',
  'about',
  'offer',
  'place',
  'way',
  'inside',
  'time',
  'terms',
  'pay',
  'wish',
  'news',
  'contact',
  'bye',
] as const;
export type TextMove = (typeof MOVES)[number];

/** What a construction is: a fragment has no verb, an own one stands only where an advertiser speaks of herself. */
export const TAGS = ['fragment', 'question', 'casual', 'formal', 'own'] as const;
export type Tag = (typeof TAGS)[number];
