import { MEASURES, type MeasureId, type Topic } from './measures.ts';
import type { PolicyBrief } from './schemas.ts';
import { reportAt, type TableReport } from './table-report.ts';

/** A finding or a card, as something that a measure can rest on. */
export interface Citable {
  readonly id: string;
  readonly topics: readonly Topic[];
  /** False if its subject was not tested, or the result is still open. */
  readonly tested: boolean;
}

/** Everything that a measure can rest on: first the findings of the report on the table, then the cards. */
export const citableIn = (
  brief: Pick<PolicyBrief, 'report' | 'cards'>,
  { findings }: TableReport = reportAt(brief, undefined),
): Citable[] => [
  ...findings.map(({ id, topics, word }) => ({ id, topics, tested: word !== 'not-tested' && word !== 'open' })),
  ...brief.cards.map(({ id, topics }) => ({ id, topics, tested: true })),
];

/** True if the two have a topic in common. */
export const speaksTo = ({ topics }: Pick<Citable, 'topics'>, measure: MeasureId): boolean =>
  topics.some((topic) => MEASURES[measure].topics.includes(topic));
