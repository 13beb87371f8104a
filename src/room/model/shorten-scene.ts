import { wordsIn } from '#case/exercise/model/time-span.ts';

/** Maximum words of a scene on a team sheet. */
const MAX_WORDS_OF_SCENE = 60;

const SENTENCE_END = /(?<=[.!?]["”’]?)\s+/;

/** The sentences from the beginning of a scene that fit on a team sheet; the first one always does. */
export function shortenScene(text: string, maxWords = MAX_WORDS_OF_SCENE): string {
  const [first = '', ...others] = text.trim().split(SENTENCE_END);
  const kept = [first];
  for (const sentence of others) {
    if (wordsIn(...kept, sentence) > maxWords) break;
    kept.push(sentence);
  }
  return kept.join(' ');
}
