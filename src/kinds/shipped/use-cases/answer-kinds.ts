import type { Kinds } from '#case/exercise/model/kinds.ts';
import { KIND_SCORES } from '#kinds/shipped/model/scores.ts';

/** How the shipped kinds are scored, for a page that opens answers: loaded when it opens them. */
export const ANSWER_KINDS: Pick<Kinds, 'scores'> = { scores: KIND_SCORES };
