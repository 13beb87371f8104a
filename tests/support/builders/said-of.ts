import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { CASE_SENTENCES } from '#case/debrief/model/case-sentences.ts';
import { CRITERION_SENTENCES } from '#case/debrief/model/criterion-sentences.ts';
import { figureSentences } from '#case/debrief/model/figure-sentences.ts';
import { onePage, onePageRules } from '#case/debrief/model/one-page.ts';
import { compareReadings } from '#case/debrief/model/reading/compare-readings.ts';
import { countSigns, type Reading, readingOf } from '#case/debrief/model/reading/reading.ts';
import { SIGN_SENTENCES, type SignReadings } from '#case/debrief/model/reading/sign-sentences.ts';
import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import type { CaseFacts } from '#case/scoring/model/case-facts.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import type { ExerciseFacts } from '#case/scoring/model/score-report.ts';
import type { ScoredMaterial } from '#case/scoring/model/scored-material.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { besideRecord, recordGaps } from '#evidence/locker/model/record-gaps.ts';
import {
  REPORT_CARE_SENTENCES,
  REPORT_SENTENCES,
  type ReportFacts,
  reportFacts,
} from '#evidence/locker/use-cases/report-sentences.ts';
import type { Criterion } from '#kernel/model/criterion.ts';
import { type SentenceRule, sentencesFrom } from '#kernel/model/sentence.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { type LockerMaterial, lockersOfAttempt } from '#kinds/preservation/use-cases/locker/locker-of-attempt.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import type { Said } from '../case/debrief-reader/compare.ts';
import { KINDS } from './kinds.ts';

/** Everything from which sentences about one attempt are made. */
export interface FactsOfAttempt {
  readonly case: CaseFacts;
  readonly exercises: readonly ExerciseFacts[];
  readonly criteria: readonly Criterion[];
  readonly figures: readonly Figure[];
  readonly redLine: boolean;
  readonly signs: SignReadings;
  /** What the attempt leaves of its round of finding, and what the last measured round before it has left. */
  readonly reading: Reading;
  readonly before?: Reading | undefined;
  readonly lockers: readonly { readonly exercise: string; readonly facts: ReportFacts }[];
}

type AnyRule = SentenceRule<never>;

/** Every rule by which a debrief or the report of a locker says something. */
export const ALL_RULES: readonly AnyRule[] = [
  ...CASE_SENTENCES,
  ...Object.values(onePageRules(KINDS.says)).flat(),
  ...CRITERION_SENTENCES,
  ...figureSentences(KINDS.says),
  ...SIGN_SENTENCES,
  ...KIND_SAYS.entries().flatMap(([, { sentences }]) => sentences),
  ...REPORT_SENTENCES,
  ...REPORT_CARE_SENTENCES,
];

/** The facts of an attempt, as the debrief and the report of its lockers have them. */
export function factsOfAttempt(
  material: LockerMaterial & ScoredMaterial,
  answers: Answers,
  log: AttemptLog,
  before?: Reading,
): FactsOfAttempt {
  const { facts, exercises, criteria, figures, redLine, findings } = scoreAttempt(log, material, answers);
  const lockers = lockersOfAttempt(material, log).map((locker) => ({
    exercise: locker.exercise,
    facts: reportFacts(locker, reportedItems(locker)),
  }));
  const round = { id: log.header.id, wall: '', title: '', marketId: log.header.marketId };
  const reading = readingOf({ figures, findings }, round);
  return { case: facts, exercises, criteria, figures, redLine, signs: countSigns(findings), reading, before, lockers };
}

/** The items of a locker with the one file that a report looks at. */
function reportedItems({ items, custody }: Locker) {
  return items.map((item) => {
    const page = { path: `data/items/${item.folder}/page.html`, sha256: sha256Hex(item.body), bytes: 0, mime: '' };
    return { item, files: [page], gaps: recordGaps(item.facts, item.servedAt, besideRecord(item, custody)) };
  });
}

/** The change of the reader since the last measured round; undefined without an earlier one. */
const changeOf = ({ before, reading }: FactsOfAttempt) => before && compareReadings(before, reading);

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
    { of: 'first page', sentences: Object.values(onePage({ facts: facts.case, exercises: facts.exercises }, KINDS)) },
    { of: 'figures', sentences: say(figureSentences(KINDS.says), { figures: facts.figures, change: changeOf(facts) }) },
    ...facts.criteria.map((criterion) => ({
      of: `criterion ${criterion.id}`,
      sentences: say(CRITERION_SENTENCES, { ...criterion, redLine: facts.redLine }),
    })),
    ...(facts.exercises.some(({ kind }) => kind === 'detection')
      ? [{ of: 'signs', sentences: say(SIGN_SENTENCES, facts.signs) }]
      : []),
    ...facts.exercises.map(({ state, kind, facts: own }) => ({
      of: state,
      sentences: say(KIND_SAYS.of(kind)?.sentences ?? [], own),
    })),
    ...facts.lockers.map(({ exercise, facts: own }) => ({
      of: `locker of ${exercise}`,
      sentences: say([...REPORT_SENTENCES, ...REPORT_CARE_SENTENCES], own),
    })),
  ];
}
