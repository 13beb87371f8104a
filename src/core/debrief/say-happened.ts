import type { Sentence } from '#core/exercise/sentence.ts';
import { KIND_DEBRIEFS } from '#core/kinds/debrief.ts';
import type { DebriefSentences } from './say-debrief.ts';

/** Pair by pair the order of acts is listed beside its points. */
const isPair = ({ id }: Sentence) => id.startsWith('case.pair.');

/** What the first page says under "What happened": what an exercise has of the gravest, the case, then each exercise in short. */
export function sayHappened(said: Pick<DebriefSentences, 'case' | 'exercises'>): Sentence[] {
  const ofExercises = (part: 'grave' | 'short') =>
    said.exercises.flatMap(({ kind, sentences }) =>
      sentences.filter(({ id }) => KIND_DEBRIEFS.of(kind)?.happened?.[part]?.(id) === true),
    );
  return [...ofExercises('grave'), ...said.case.filter((sentence) => !isPair(sentence)), ...ofExercises('short')];
}
