import { DETECTION_SENTENCES } from '#core/detection/sentences.ts';
import type { SentenceRule } from '#core/exercise/sentence.ts';
import { LINKING_SENTENCES } from '#core/linking/sentences.ts';
import { MAPPING_SENTENCES } from '#core/mapping/sentences.ts';
import { PRESERVATION_SENTENCES } from '#core/preservation/sentences.ts';
import { REQUESTS_SENTENCES } from '#core/requests/sentences.ts';

/** What may be said about an exercise of each kind. A new kind adds its line here; its rules read the facts of that kind. */
export const EXERCISE_SENTENCES: Readonly<Record<string, readonly SentenceRule<never>[]>> = {
  detection: DETECTION_SENTENCES,
  linking: LINKING_SENTENCES,
  mapping: MAPPING_SENTENCES,
  preservation: PRESERVATION_SENTENCES,
  requests: REQUESTS_SENTENCES,
};
