import { LETTER_PARTS } from '#evidence/letters/model/letter-parts.ts';
import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { PreservationFacts } from './facts.ts';

type Rule = SentenceRule<PreservationFacts>;

/** Sentences about the preservation requests written at the workbench: what they say and which parts they leave out. */
export const REQUEST_SENTENCES: readonly Rule[] = [
  {
    id: 'request.letter',
    says: ({ letters }) =>
      letters.map(({ seq, of, missing }) => ({ params: { n: of - missing.length, of }, events: [seq] })),
  },
  ...LETTER_PARTS.preservation.map(
    ({ part }): Rule => ({
      id: `request.part.${part}`,
      says: ({ letters }) => {
        const events = letters.filter(({ missing }) => missing.includes(part)).map(({ seq }) => seq);
        return when(events.length > 0, { events });
      },
    }),
  ),
  {
    id: 'request.answer-early',
    says: ({ answersEarly }) => when(answersEarly.length > 0, { events: answersEarly }),
  },
];
