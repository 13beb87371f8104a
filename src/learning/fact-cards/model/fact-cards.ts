/** The three parts of trafficking of an adult. */
export const ELEMENTS = ['act', 'means', 'purpose'] as const;
export type TraffickingElement = (typeof ELEMENTS)[number];

/** What a card says of a part: it shows it, it does not say, or its facts speak against it. */
export type CardSays = 'shown' | 'untold' | 'against';
export type CardFacts = Readonly<Record<TraffickingElement, CardSays>>;

/** Whether the facts of a card are trafficking, are not, or leave it open. */
export const VERDICTS = ['yes', 'no', 'open'] as const;
export type CardVerdict = (typeof VERDICTS)[number];

/** What each card shows of an adult, in the order in which the cards are read. Their words are messages. */
export const FACT_CARDS = {
  kitchen: { act: 'shown', means: 'against', purpose: 'against' },
  office: { act: 'shown', means: 'shown', purpose: 'shown' },
  household: { act: 'shown', means: 'untold', purpose: 'untold' },
  border: { act: 'shown', means: 'against', purpose: 'against' },
  ad: { act: 'untold', means: 'untold', purpose: 'untold' },
  workshop: { act: 'shown', means: 'shown', purpose: 'shown' },
  flat: { act: 'against', means: 'against', purpose: 'against' },
  market: { act: 'shown', means: 'untold', purpose: 'untold' },
  hotel: { act: 'shown', means: 'shown', purpose: 'against' },
  bar: { act: 'shown', means: 'shown', purpose: 'shown' },
  marriage: { act: 'against', means: 'against', purpose: 'against' },
  debt: { act: 'shown', means: 'shown', purpose: 'untold' },
} as const satisfies Readonly<Record<string, CardFacts>>;
export type CardId = keyof typeof FACT_CARDS;
export const CARD_IDS = Object.keys(FACT_CARDS) as readonly CardId[];

/** All three parts make trafficking of an adult, one that the facts speak against excludes it, and anything else is open. */
export function verdictOf(facts: CardFacts): CardVerdict {
  const states = ELEMENTS.map((element) => facts[element]);
  if (states.includes('against')) return 'no';
  return states.includes('untold') ? 'open' : 'yes';
}
