import { type CardFacts, type CardVerdict, ELEMENTS, type TraffickingElement, verdictOf } from './fact-cards.ts';

/** What a reader says of a card: which parts it shows, and what follows. */
export interface CardReading {
  readonly shows: readonly TraffickingElement[];
  readonly verdict: CardVerdict;
}

/** A reading beside the facts of its card. Each list of parts is one fact, so that no sentence is true by default. */
export interface ComparedReading {
  /** What holds on these facts. */
  readonly verdict: CardVerdict;
  readonly said: CardVerdict;
  /** Parts that the card shows and the reader did not tick. */
  readonly passedOver: readonly TraffickingElement[];
  /** Parts that the reader ticked and the card does not tell. */
  readonly readIn: readonly TraffickingElement[];
  /** Parts that the reader ticked and the facts speak against. */
  readonly againstFacts: readonly TraffickingElement[];
  /** Trafficking was said of an adult although not all three parts were ticked. */
  readonly isShortOfThree: boolean;
}

export function compareReading(facts: CardFacts, { shows, verdict }: CardReading): ComparedReading {
  const ticked = (isTicked: boolean, state: CardFacts[TraffickingElement]) =>
    ELEMENTS.filter((element) => shows.includes(element) === isTicked && facts[element] === state);
  return {
    verdict: verdictOf(facts),
    said: verdict,
    passedOver: ticked(false, 'shown'),
    readIn: ticked(true, 'untold'),
    againstFacts: ticked(true, 'against'),
    isShortOfThree: verdict === 'yes' && !ELEMENTS.every((element) => shows.includes(element)),
  };
}
