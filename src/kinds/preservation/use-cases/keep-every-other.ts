import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { MINUTES_PER_ACT, type PreservationAction } from '#kinds/preservation/model/play.ts';

/**
 * Every other act of a list, for a workbench that begins at that case time. Records get the capture times of this
 * shorter list, and acts on items that it does not capture are dropped.
 */
export function keepEveryOther(acts: readonly PreservationAction[], begins: Instant): PreservationAction[] {
  const captures = acts.filter(({ type }) => type === 'page.captured');
  /** Item name and time in the shorter list, by item name in the full list. */
  const made = new Map<string, { readonly item: string; readonly time: Instant }>();
  const done: PreservationAction[] = [];
  for (const action of everyOther(acts)) {
    const time = addMinutes(begins, done.length * MINUTES_PER_ACT);
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
