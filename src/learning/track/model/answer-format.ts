import type { KeptAnswer } from './kept-answer.ts';

/** An answer as an earlier version of the site kept it: it said itself whether it was right. */
export interface AnswerBefore extends Omit<KeptAnswer, 'schema'> {
  readonly schema: 'answer/1';
  readonly right: boolean;
}

/** An answer in the present format. What an earlier format says of right and wrong is dropped. */
export function presentAnswer(kept: KeptAnswer | AnswerBefore): KeptAnswer {
  if (kept.schema === 'answer/2') return kept;
  const { right: _, ...answer } = kept;
  return { ...answer, schema: 'answer/2' };
}
