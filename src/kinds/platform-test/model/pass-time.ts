import { HOURS_PER_WEEK, LAST_HOUR, toMinute, weekOf } from './clock.ts';
import type { NextState } from './next-state.ts';
import { takeStep } from './platform-steps.ts';
import { noteIdleCards } from './red-lines.ts';
import { withdraw } from './team-acts.ts';
import { isSeen, lastKnown } from './visible.ts';

/** Advances the clock to `hour` and applies all due steps in order. */
export function passUntil(next: NextState, hour: number): void {
  const end = Math.min(toMinute(hour), LAST_HOUR);
  for (let step = nextStep(next, end); step; step = nextStep(next, end)) {
    next.hour = Math.max(next.hour, step.hour);
    next.open = next.open.filter((one) => one !== step);
    takeStep(next, step);
  }
  next.hour = end;
  if (end < LAST_HOUR) return;
  noteIdleCards(next);
  // No card stays online after its test. Cards that only seem to be online are taken down too.
  for (const { id, status } of next.copies)
    if (status === 'online' || lastKnown(next, id) === 'online') withdraw(next, id);
}

/** The earliest step up to an hour; at the same hour, the one that was planned first. */
function nextStep({ open }: NextState, end: number) {
  return open.reduce<(typeof open)[number] | undefined>(
    (first, step) => (step.hour <= end && (first === undefined || step.hour < first.hour) ? step : first),
    undefined,
  );
}

/** Advances to the next event that the team can see, or to the end of the week. */
export function skipToEvent(next: NextState): void {
  const end = Math.min(weekOf(next.hour) * HOURS_PER_WEEK, LAST_HOUR);
  const seen = () =>
    next.events.filter((event) => isSeen(next, event)).length +
    next.injects.filter(({ id }) => id !== 'recognised').length +
    next.replies.filter(({ cameAt }) => cameAt !== undefined).length;
  const before = seen();
  for (let step = nextStep(next, end); step; step = nextStep(next, end)) {
    passUntil(next, step.hour);
    if (seen() > before) return;
  }
  passUntil(next, end);
}
