import { DETECTION_SENTENCES } from '#core/detection/sentences.ts';
import type { SentenceRule } from '#core/exercise/sentence.ts';
import { PRESERVATION_SENTENCES } from '#core/preservation/sentences.ts';

/** What may be said about an exercise of each kind. A new kind adds its line here; its rules read the facts of that kind. */
export const EXERCISE_SENTENCES: Readonly<Record<string, readonly SentenceRule<never>[]>> = {
  detection: DETECTION_SENTENCES,
  preservation: PRESERVATION_SENTENCES,
};
