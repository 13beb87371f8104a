import type { KindWords } from '#case/exercise/model/kind-words.ts';
import courtroom from '#words/kinds/courtroom/review.json' with { type: 'json' };
import ledger from '#words/kinds/ledger/review.json' with { type: 'json' };
import platformTest from '#words/kinds/platform-test/review.json' with { type: 'json' };
import policy from '#words/kinds/policy/review.json' with { type: 'json' };

/**
 * The words for what kinds ask of reviewers, for each kind that has statements of its own: what a statement is about, under
 * `topic.*`, and what the key answers, under `answer.*`. They are no registry, because the form of a review shows what is
 * in its statements, and knows no kind.
 */
export const REVIEW_WORDS: KindWords = { ...courtroom, ...ledger, ...platformTest, ...policy };
