import { MEASURES, type MeasureId, type Topic } from './measures.ts';
import type { PolicyBrief } from './schemas.ts';

/** A finding or a card, as something that a measure can rest on. */
export interface Citable {
  readonly id: string;
  readonly topics: readonly Topic[];
  /** False where nobody has tested what it is about. */
  readonly tested: boolean;
}

/** Everything that a measure can rest on: first the findings of the report, then the cards. */
export const citableIn = ({ report, cards }: Pick<PolicyBrief, 'report' | 'cards'>): Citable[] => [
  ...report.findings.map(({ id, topics, word }) => ({ id, topics, tested: word !== 'not-tested' })),
  ...cards.map(({ id, topics }) => ({ id, topics, tested: true })),
];

/** True if the two have a topic in common. */
export const speaksTo = ({ topics }: Pick<Citable, 'topics'>, measure: MeasureId): boolean =>
  topics.some((topic) => MEASURES[measure].topics.includes(topic));
