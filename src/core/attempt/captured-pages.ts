import type { CapturedItem, PreservationResponse } from '#core/preservation/play.ts';
import type { AttemptState } from './replay-attempt.ts';

/** Captures of a page that the site still sent, over all preservation exercises of an attempt. */
export function capturedPages(attempt: Pick<AttemptState, 'responses'>): CapturedItem[] {
  const items = Object.values(attempt.responses).flatMap(
    (response) => (response as Partial<PreservationResponse>).items ?? [],
  );
  return items.filter(({ status }) => status === 200);
}
