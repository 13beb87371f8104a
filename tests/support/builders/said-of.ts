import { type LockerMaterial, lockersOfAttempt } from '#app/evidence/locker-of-attempt.ts';
import {
  REPORT_CARE_SENTENCES,
  REPORT_SENTENCES,
  type ReportFacts,
  reportFacts,
} from '#app/evidence/report-sentences.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import { CASE_SENTENCES } from '#core/debrief/case-sentences.ts';
import { EXERCISE_SENTENCES } from '#core/debrief/exercise-sentences.ts';
import { ONE_PAGE_RULES, onePage } from '#core/debrief/one-page.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { recordGaps } from '#core/evidence/record-gaps.ts';
import { type SentenceRule, sentencesFrom } from '#core/exercise/sentence.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import type { CaseFacts } from '#core/scoring/case-facts.ts';
import type { Answers } from '#core/scoring/exercise-scores.ts';
import { scoreAttempt } from '#core/scoring/score-attempt.ts';
import type { ExerciseFacts } from '#core/scoring/score-report.ts';
import type { Said } from '../debrief-reader/compare.ts';

/** Everything from which sentences about one attempt are made. */
export interface FactsOfAttempt {
  readonly case: CaseFacts;
  readonly exercises: readonly ExerciseFacts[];
  readonly lockers: readonly { readonly exercise: string; readonly facts: ReportFacts }[];
}

type AnyRule = SentenceRule<never>;

/** Every rule by which a debrief or the report of a locker says something. */
export const ALL_RULES: readonly AnyRule[] = [
  ...CASE_SENTENCES,
  ...Object.values(ONE_PAGE_RULES).flat(),
  ...Object.values(EXERCISE_SENTENCES).flat(),
  ...REPORT_SENTENCES,
  ...REPORT_CARE_SENTENCES,
];

/** The facts of an attempt, as the debrief and the report of its lockers have them. */
export function factsOfAttempt(material: LockerMaterial, answers: Answers, log: AttemptLog): FactsOfAttempt {
  const { facts, exercises } = scoreAttempt(log, material, answers);
  const lockers = lockersOfAttempt(material, log).map((locker) => ({
    exercise: locker.exercise,
    facts: reportFacts(locker, reportedItems(locker)),
  }));
  return { case: facts, exercises, lockers };
}

/** The items of a locker with the one file that a report looks at. */
function reportedItems({ items }: Locker) {
  return items.map((item) => {
    const page = { path: `data/items/${item.folder}/page.html`, sha256: sha256Hex(item.body), bytes: 0, mime: '' };
    return { item, files: [page], gaps: recordGaps(item.facts, item.servedAt) };
  });
}

/** Rules that say otherwise than those of the debrief, by their ids. */
export type OtherRules = Readonly<Record<string, SentenceRule<never>['says']>>;

/** Everything that is said of an attempt; other rules take the place of those that they are named after. */
export function sayAll(facts: FactsOfAttempt, others: OtherRules = {}): Said[] {
  const say = <Facts>(rules: readonly SentenceRule<Facts>[], of: Facts) =>
    sentencesFrom(
      rules.map(({ id, says }) => ({ id, says: (others[id] as typeof says | undefined) ?? says })),
      of,
    );
  return [
    { of: 'case', sentences: say(CASE_SENTENCES, facts.case) },
    { of: 'first page', sentences: Object.values(onePage({ facts: facts.case, exercises: facts.exercises })) },
    ...facts.exercises.map(({ state, kind, facts: own }) => ({
      of: state,
      sentences: say((EXERCISE_SENTENCES[kind] ?? []) as readonly SentenceRule<unknown>[], own),
    })),
    ...facts.lockers.map(({ exercise, facts: own }) => ({
      of: `locker of ${exercise}`,
      sentences: say([...REPORT_SENTENCES, ...REPORT_CARE_SENTENCES], own),
    })),
  ];
}
