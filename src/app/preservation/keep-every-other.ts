import { everyOther } from '#app/reference/every-other.ts';
import { addMinutes, type Instant } from '#core/kernel/instant.ts';
import { type PreservationAction, playPreservation } from '#core/preservation/play.ts';

/**
 * The first of each two acts at a bench that begins at that moment of the case. What is written of a capture fits the moment
 * at which it is made here, and nothing is done with an item that was not captured.
 */
export function keepEveryOther(acts: readonly PreservationAction[], begins: Instant): PreservationAction[] {
  const captures = acts.filter(({ type }) => type === 'page.captured');
  /** What each capture of the full list is called here, and when it is made. */
  const made = new Map<string, { readonly item: string; readonly time: Instant }>();
  const done: PreservationAction[] = [];
  for (const action of everyOther(acts)) {
    const time = addMinutes(begins, done.length * playPreservation.minutesPerAction);
    if (action.type === 'page.captured') {
      made.set(nameOf(captures.indexOf(action)), { item: nameOf(made.size), time });
      done.push(action);
    } else if ('item' in action) {
      const capture = made.get(action.item);
      if (!capture) continue;
      done.push({ ...action, item: capture.item, ...(action.type === 'record.written' && { time: capture.time }) });
    } else done.push(action);
  }
  return done;
}

const nameOf = (n: number) => `EV-${String(n + 1).padStart(3, '0')}`;
