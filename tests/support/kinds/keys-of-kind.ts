import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreExercise } from '#case/scoring/model/score-attempt.ts';
import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/builds.ts';
import { caseSubjectIn } from '#library/review/use-cases/review-subjects.ts';
import { KINDS } from '../builders/kinds.ts';
import { PROJECT, theCase } from '../builders/the-library.ts';
import { exercisesOf } from './parts-of-kind.ts';

/** A message that shared screens ask for on behalf of a kind: where it would lie for all kinds, and where it belongs. */
export interface KeyOfKind {
  /** Its file in `src/i18n/words/en/`, and its key there. */
  readonly shared: string;
  readonly key: string;
  /** Its file in `src/kinds/KIND/words/en/`. */
  readonly own: 'debrief.json' | 'about.json' | 'review.json';
}

interface Schema {
  readonly def: { readonly options?: readonly Schema[]; readonly values?: readonly string[] };
  readonly shape?: { readonly type: Schema };
}
/** The types of acts that a schema knows. */
const typesIn = ({ def, shape }: Schema): string[] => [
  ...(def.options ?? []).flatMap(typesIn),
  ...(shape?.type.def.values ?? []),
];

/** The ids of criteria, figures and counts of a kind in a case that the oracle plays. */
function idsInPlay(kind: string, folder: string) {
  const { material, answers } = theCase(folder);
  const { scenario, market } = material;
  const log = playCase(material, answers, 'oracle', 'wall');
  const attempt = replayAttempt({ scenario, market, kinds: KINDS }, log);
  const parts = exercisesOf(kind, material).map((id) => ({
    score: scoreExercise(id, kind, log, attempt, material, answers),
    counts: KIND_TELLS.need(kind)
      .tell(attempt.responses[id] ?? KINDS.plays.need(kind).empty)
      .handled(briefOf(scenario, id) ?? {}, market),
  }));
  return {
    criteria: parts.flatMap(({ score }) => score.criteria.map(({ id }) => id)),
    figures: parts.flatMap(({ score }) => score.figures.map(({ id }) => id)),
    counts: parts.flatMap(({ counts }) => counts.map(({ id }) => id)),
  };
}

/** Every message that shared screens ask for on behalf of a kind, as far as a case shows it that the oracle plays. */
export function keysOfKind(kind: string, folder: string): readonly KeyOfKind[] {
  const says = KIND_SAYS.need(kind);
  const build = KIND_BUILDS.need(kind);
  const { criteria, figures, counts } = idsInPlay(kind, folder);
  const page = Object.values(says.page ?? {}).flatMap((rules: unknown) => (Array.isArray(rules) ? rules : []));
  const sentences = [...says.sentences, ...(says.figures ?? []), ...(page as { readonly id: string }[])];
  const acts = typesIn(KIND_READS.need(kind).action as unknown as Schema);
  const subject = caseSubjectIn(PROJECT, folder.replace('scenarios/', ''), KINDS);
  const statements = subject?.statements.filter(({ topic }) => topic !== undefined) ?? [];
  const codes = [...(build.codes ?? []), ...(build.key ? [build.key.missing] : [])];
  const under = (shared: string, own: KeyOfKind['own'], keys: readonly string[]) =>
    keys.map((key): KeyOfKind => ({ shared, key, own }));
  const inBothForms = (section: string, ids: readonly string[]) => ids.flatMap((id) => [id, `${section}.${id}`]);
  return [
    ...under(
      'case/sentences.json',
      'debrief.json',
      sentences.map(({ id }) => id),
    ),
    ...under(
      'case/scoring.json',
      'debrief.json',
      inBothForms(
        'criterion',
        criteria.flatMap((id) => [id, `${id}.what`]),
      ),
    ),
    ...under(
      'case/scoring.json',
      'debrief.json',
      figures.map((id) => `figure.${id}`),
    ),
    ...under('case/acts.json', 'debrief.json', inBothForms('act', acts)),
    ...under('case/debrief.json', 'debrief.json', [KIND_SHOWS.need(kind).fold]),
    ...under('case/handled.json', 'about.json', inBothForms('handled', counts)),
    ...under('case/scored.json', 'about.json', [`scored.${kind}`, `nothing.${kind}`]),
    ...under('studio/scene.json', 'about.json', [`kind.${kind}`]),
    ...under('case/issues.json', 'about.json', inBothForms('issue', codes)),
    ...under('case/exercise-lists.json', 'about.json', [build.list, `${build.list}.text`]),
    ...under(
      'library/review.json',
      'review.json',
      statements.flatMap(({ topic, answer }) => [`topic.${topic}`, ...(answer ? [`answer.${answer.id}`] : [])]),
    ),
  ];
}
