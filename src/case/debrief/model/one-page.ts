import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { PageRule } from '#case/exercise/model/page-rules.ts';
import { fromKinds } from '#case/exercise/model/registry.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { type Sentence, sentencesFrom } from '#kernel/model/sentence.ts';
import { CASE_PAGE, type PageFacts, type RankedRule } from './case-page-rules.ts';

/** List of the first page that a sentence is chosen from. */
type List = keyof typeof CASE_PAGE;

/** A rule of a kind, applied to the facts of that kind. */
const ofKind = (kind: string, { id, rank, says, retry }: PageRule): RankedRule => ({
  id,
  rank,
  says: ({ case: gist, exercises }) => says(exercises(kind), gist),
  ...(retry && { retry: ({ case: gist, exercises }: PageFacts) => retry(exercises(kind), gist) }),
});

/** All rules of a list, those of the case and those of its kinds of exercise, by rank. */
function rulesOf(list: List, says: Kinds['says']): readonly RankedRule[] {
  const ofKinds = says.entries().flatMap(([kind, { page }]) => (page?.[list] ?? []).map((rule) => ofKind(kind, rule)));
  return [...CASE_PAGE[list], ...ofKinds].sort((a, b) => a.rank - b.rank);
}

/**
 * The rules of the first page: one thing to keep, what weighs most for the person first; one thing to change, such that
 * the log has nothing graver; and where to go next.
 */
export const onePageRules = fromKinds(
  (says: Kinds['says']): Readonly<Record<List, readonly RankedRule[]>> => ({
    keep: rulesOf('keep', says),
    change: rulesOf('change', says),
    next: rulesOf('next', says),
  }),
);

/** What the first page says besides "What happened"; `change` is left out if the facts give no reason for one. */
export interface OnePage {
  readonly keep?: Sentence;
  readonly change?: Sentence;
  readonly next?: Sentence;
}

/** One thing to keep, one to change, and where to go next, from the facts of a report. */
export function onePage(
  { facts, exercises }: Pick<ScoreReport, 'facts' | 'exercises'>,
  { says }: Pick<Kinds, 'says'>,
): OnePage {
  const page: PageFacts = {
    case: facts,
    exercises: (kind) => exercises.filter((entry) => entry.kind === kind).map((entry) => entry.facts),
    retry: [],
    says,
  };
  const rules = onePageRules(says);
  const named = rules.change.find((rule) => rule.says(page).length > 0);
  const [keep] = sentencesFrom(rules.keep, page);
  const [change] = sentencesFrom(rules.change, page);
  const [next] = sentencesFrom(rules.next, { ...page, retry: named?.retry?.(page) ?? [] });
  return { ...(keep && { keep }), ...(change && { change }), ...(next && { next }) };
}
