import type { Kinds } from '#core/exercise/kinds.ts';
import { KIND_SCORES } from '#core/kinds/score.ts';

/** How the shipped kinds are scored, for a page that opens answers: loaded when it opens them. */
export const ANSWER_KINDS: Pick<Kinds, 'scores'> = { scores: KIND_SCORES };
