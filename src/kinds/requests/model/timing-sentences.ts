import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { OrderFact, PeriodFact, RequestsFacts } from './facts.ts';

type Rule = SentenceRule<RequestsFacts>;

const OUTCOMES: readonly OrderFact['outcome'][] = ['unsent', 'alone', 'before', 'after', 'without'];
/** True if it was never sent, so that there is no letter or report to name. */
const isAbsent = (outcome: OrderFact['outcome']) => outcome === 'unsent' || outcome === 'alone';

/** The order of the letters. Never requested, refused, in time and too late are different sentences. */
export const ORDER: readonly Rule[] = [
  { id: 'letter.sequence.unasked', says: ({ asked }) => when(asked.length === 0) },
  {
    id: 'letter.sequence.refused',
    says: ({ asked, kept }) =>
      when(asked.length > 0 && kept.length === 0, { params: { count: asked.length, letters: asked.join(', ') } }),
  },
  ...(['notice', 'demand'] as const).flatMap((what) => [
    ...OUTCOMES.map((outcome) => orderRule(`letter.sequence.${outcome}.${what}`, what, outcome, true)),
    ...(what === 'notice'
      ? OUTCOMES.filter((outcome) => !isAbsent(outcome)).map((outcome) =>
          orderRule(`letter.sequence.${outcome}.report`, what, outcome, false),
        )
      : []),
  ]),
  {
    id: 'objection.sequence',
    says: ({ letters }) =>
      letters
        .filter(({ kind, reasons }) => kind === 'preservation' && reasons.includes('already-deleted'))
        .map(({ letter, seq }) => ({ params: { letter }, events: [seq] })),
  },
];

/** `byLetter` distinguishes a notice written at the desk from a report of the story, which has no letter. */
function orderRule(id: string, what: OrderFact['what'], outcome: OrderFact['outcome'], byLetter: boolean): Rule {
  return {
    id,
    says: ({ order, kept }) =>
      order
        .filter((fact) => fact.what === what && fact.outcome === outcome)
        .filter(({ letter }) => isAbsent(outcome) || (letter !== undefined) === byLetter)
        .map(({ letter, seq }) => {
          const [first] = kept;
          if (outcome === 'unsent') return {};
          return {
            params: {
              ...(letter !== undefined && { letter }),
              ...(seq !== undefined && { seq }),
              ...(first && { keep: first.letter }),
            },
            events: [...(seq === undefined ? [] : [seq]), ...(first ? [first.seq] : [])],
          };
        }),
  };
}

const ofPeriods = (id: string, outcome: PeriodFact['outcome']): Rule => ({
  id,
  says: ({ periods }) =>
    periods
      .filter((period) => period.outcome === outcome)
      .map(({ letter, until }) => ({ params: { letter, at: until } })),
});

/** The periods for which data were kept: renewed in time, too late, or outrun by an answer. */
export const RENEWAL: readonly Rule[] = [
  { id: 'letter.renewal.nothing', says: ({ periods }) => when(periods.length === 0) },
  ofPeriods('letter.renewal.noted', 'noted'),
  ofPeriods('letter.renewal.unnoted', 'unnoted'),
  ofPeriods('letter.renewal.late', 'late'),
  ofPeriods('letter.renewal.ended', 'ended'),
  {
    id: 'letter.renewal.outrun',
    says: ({ outrun }) =>
      outrun.map(({ letter, seq, answered, keep, until }) => ({
        params: { letter, answered, keep, at: until },
        events: [seq],
      })),
  },
  ofPeriods('objection.renewal', 'ended'),
];
