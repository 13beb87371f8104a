import type { Sentence } from '#core/exercise/sentence.ts';
import { KIND_DEBRIEFS } from '#core/kinds/debrief.ts';
import type { DebriefSentences } from './say-debrief.ts';

/** The order of acts pair by pair is listed beside its points instead. */
const isPair = ({ id }: Sentence) => id.startsWith('case.pair.');

/**
 * Sentences of the first page under "What happened": grave ones of exercises, the case, then each exercise in short.
 */
export function sayHappened(said: Pick<DebriefSentences, 'case' | 'exercises'>): Sentence[] {
  const ofExercises = (part: 'grave' | 'short') =>
    said.exercises.flatMap(({ kind, sentences }) =>
      sentences.filter(({ id }) => KIND_DEBRIEFS.of(kind)?.happened?.[part]?.(id) === true),
    );
  return [...ofExercises('grave'), ...said.case.filter((sentence) => !isPair(sentence)), ...ofExercises('short')];
}
