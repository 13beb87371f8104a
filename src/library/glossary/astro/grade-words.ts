import type { Verification } from '#kernel/model/citation.ts';

/** What each letter beside a source means, in words. */
export const GRADE_WORDS: Readonly<Record<Verification, string>> = {
  V: 'text read, often in part',
  H: 'headnote or official summary only',
  A: 'abstract or report by others only',
  U: 'not verified',
};
