import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { Sentence } from '#kernel/model/sentence.ts';
import type { OnePage } from './one-page.ts';
import type { DebriefSentences } from './say-debrief.ts';

/** The order of acts pair by pair is listed beside its points instead. */
const isPair = ({ id }: Sentence) => id.startsWith('case.pair.');

/** What the page says in the same words where it names the one thing to keep. */
const SAID_TO_KEEP: Readonly<Record<string, string>> = { 'keep.safe': 'case.harm.none' };

/**
 * Sentences of the first page under "What happened": grave ones of exercises, the case, then each exercise in short.
 * What the page says to keep is not said a second time.
 */
export function sayHappened(
  said: Pick<DebriefSentences, 'case' | 'exercises'>,
  { says }: Pick<Kinds, 'says'>,
  { keep }: Pick<OnePage, 'keep'> = {},
): Sentence[] {
  const isNew = ({ id }: Sentence) => keep === undefined || SAID_TO_KEEP[keep.id] !== id;
  const ofExercises = (part: 'grave' | 'short') =>
    said.exercises.flatMap(({ kind, sentences }) =>
      sentences.filter(({ id }) => says.of(kind)?.happened[part]?.(id) === true),
    );
  return [
    ...ofExercises('grave'),
    ...said.case.filter((sentence) => !isPair(sentence) && isNew(sentence)),
    ...ofExercises('short'),
  ];
}
