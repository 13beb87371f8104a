import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { type Sentence, sentencesFrom } from '#kernel/model/sentence.ts';
import { CASE_SENTENCES } from './case-sentences.ts';
import { CRITERION_SENTENCES } from './criterion-sentences.ts';
import { figureSentences } from './figure-sentences.ts';

/** The sentences about one exercise of a case. */
export interface ExerciseSentences {
  readonly state: string;
  readonly kind: string;
  readonly sentences: readonly Sentence[];
}

/** All sentences of a debrief about an attempt. */
export interface DebriefSentences {
  /** About the case as a whole. */
  readonly case: readonly Sentence[];
  readonly exercises: readonly ExerciseSentences[];
  /** Level of each criterion, by its id. */
  readonly criteria: readonly { readonly criterion: string; readonly sentences: readonly Sentence[] }[];
  /** About the figures; the change since an earlier round is not part of a report. */
  readonly figures: readonly Sentence[];
}

/** All sentences that are true of an attempt, from the facts in its report. */
export function sayDebrief(
  {
    facts,
    exercises,
    criteria,
    figures,
    redLine,
  }: Pick<ScoreReport, 'facts' | 'exercises' | 'criteria' | 'figures' | 'redLine'>,
  { says }: Pick<Kinds, 'says'>,
): DebriefSentences {
  return {
    case: sentencesFrom(CASE_SENTENCES, facts),
    exercises: exercises.map(({ state, kind, facts: own }) => ({
      state,
      kind,
      sentences: sentencesFrom(says.of(kind)?.sentences ?? [], own),
    })),
    criteria: criteria.map((criterion) => ({
      criterion: criterion.id,
      sentences: sentencesFrom(CRITERION_SENTENCES, { ...criterion, redLine }),
    })),
    figures: sentencesFrom(figureSentences(says), { figures }),
  };
}
