import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { CardReading, ComparedReading } from '#learning/fact-cards/model/compare-reading.ts';
import { compareReading } from '#learning/fact-cards/model/compare-reading.ts';
import { type CardId, FACT_CARDS, type TraffickingElement } from '#learning/fact-cards/model/fact-cards.ts';
import messages from '#words/learning/fact-cards.json' with { type: 'json' };

const t = translator(messages);

/** What a reader is told of their own reading, beside what holds. */
export interface SaidOfReading {
  /** How the reading and the facts of the card stand to each other. */
  readonly sentences: readonly string[];
  /** What a verdict that does not hold would mean for the person. */
  readonly forPerson: string | undefined;
}

export function sayReading(card: CardId, reading: CardReading): SaidOfReading {
  const compared = compareReading(FACT_CARDS[card], reading);
  const { verdict, said } = compared;
  const parts = (elements: readonly TraffickingElement[]) =>
    sayList(elements.map((element) => t(`element.${element}`)));
  const told = [
    said === verdict ? t('you.same') : t('you.other', { verdict: t(`verdict.${said}`) }),
    compared.passedOver.length > 0 && t('you.passed-over', { elements: parts(compared.passedOver) }),
    compared.readIn.length > 0 && t('you.read-in', { elements: parts(compared.readIn) }),
    compared.againstFacts.length > 0 && t('you.against', { elements: parts(compared.againstFacts) }),
    compared.isShortOfThree && t('you.short-of-three'),
  ];
  return { sentences: told.filter((sentence) => sentence !== false), forPerson: forPerson(card, compared) };
}

function forPerson(card: CardId, { verdict, said }: ComparedReading): string | undefined {
  if (said === verdict) return undefined;
  if (said === 'open') return verdict === 'open' ? undefined : t(`misread.${verdict}.open`);
  return Object.entries(messages).find(([key]) => key === `misread.${card}.${said}`)?.[1];
}
