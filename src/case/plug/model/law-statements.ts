import type { LawCard, LawRule } from '#evidence/court-file/model/court-law.ts';
import type { ReviewStatement } from './review-statement.ts';

/**
 * Each rule of the law card of a State as a statement, and whether the authors invented it or followed a model. `kind`
 * is the kind of exercise that shows the card.
 */
export function lawStatements({ name, common, evidence }: LawCard, kind: string): ReviewStatement[] {
  const stated = (group: string, { id, title, text, sources, authors }: LawRule): ReviewStatement => ({
    id: `${kind}.${group}.${id}`,
    kind: 'kind',
    topic: 'law-card',
    about: `${name}: ${title}`,
    text,
    answer: { id: authors ? 'law.authors' : 'law.model' },
    sources,
  });
  return [...common.map((rule) => stated('law', rule)), ...evidence.map((rule) => stated('evidence', rule))];
}
