import type { PreservationResponse } from '#core/preservation/play.ts';
import type { AttemptState } from './replay-attempt.ts';

/** How many pages an attempt has really kept: captures of a page that was there, over all its preservation exercises. */
export function pagesKept(attempt: Pick<AttemptState, 'responses'>): number {
  const items = Object.values(attempt.responses).flatMap(
    (response) => (response as Partial<PreservationResponse>).items ?? [],
  );
  return items.filter(({ status }) => status === 200).length;
}
