import type { NextState } from './next-state.ts';
import type { PlatformTestState, TestCopy } from './state.ts';
import { ANSWER_PERIOD } from './trials.ts';
import { isSeen, lastKnown } from './visible.ts';

/**
 * Hours that a card may be online before anybody reports it: in a week a platform can find it by itself. A training
 * value.
 */
export const HOURS_ALONE = 168;

/** Hours after an answer in which a team captures and takes the card down. A training value. */
export const HOURS_AFTER_ANSWER = 24;

/** Hours after a reminder from which on a card is up for too long: a red line. A training value. */
export const HOURS_TO_OBEY = 48;

/**
 * Copies that are online as far as the team knows, and whose question is over: a week has passed, and no report,
 * request or appeal about them waits for an answer. Unseen acts of the platform do not count.
 */
export function questionsOver(state: PlatformTestState): string[] {
  return state.copies
    .filter(({ status, onlineSince }) => isPerhapsOnline(status) && state.hour >= (onlineSince ?? 0) + HOURS_ALONE)
    .filter((copy) => lastKnown(state, copy.id) === 'online' && state.hour >= waitsUntil(state, copy))
    .map(({ id }) => id);
}

/** A removal may be unseen, so that both look the same to the team. */
const isPerhapsOnline = (status: TestCopy['status']) => status === 'online' || status === 'removed';

/** The hour until which something that was asked about a copy may still be answered; 0 if nothing was asked. */
function waitsUntil(state: PlatformTestState, { id }: TestCopy): number {
  const own = state.events.filter((event) => event.id.startsWith(`${id}-`) && isSeen(state, event));
  return own.reduce((until, event, n) => {
    if (event.type !== 'report.sent' && event.type !== 'appeal.sent') return until;
    const end = own
      .slice(n + 1)
      .find((later) =>
        event.type === 'appeal.sent'
          ? later.type === 'card.restored'
          : (later.type === 'report.answered' && later.reporter === event.reporter) ||
            (later.type === 'report.refused' && later.route === event.route && later.hour === event.hour),
      );
    return Math.max(until, end ? end.hour + HOURS_AFTER_ANSWER : event.hour + ANSWER_PERIOD);
  }, 0);
}

/** Reminds the team when the clock has stopped, and counts cards that are still online long after a reminder. */
export function remindOfCards(next: NextState): void {
  const over = questionsOver(next);
  next.reminded = Object.fromEntries(over.map((id) => [id, next.reminded[id] ?? next.hour]));
  const late = next.copies.filter(
    ({ id, status }) =>
      status === 'online' &&
      next.hour >= (next.reminded[id] ?? Number.POSITIVE_INFINITY) + HOURS_TO_OBEY &&
      !next.overstayed.includes(id),
  );
  next.overstayed = [...next.overstayed, ...late.map(({ id }) => id)];
}
