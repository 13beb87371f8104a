import { ACTIONS, type PlatformTestAction, POINTS_PER_WEEK } from './actions.ts';
import { captureRefusal } from './captures.ts';
import { FREEZE_HOUR, LAST_HOUR, WEEKS, weekOf } from './clock.ts';
import { INJECTS } from './injects.ts';
import { cardOf, copyOf } from './next-state.ts';
import { refusalOfObjection } from './objection.ts';
import type { OpenBrief } from './open-brief.ts';
import type { PlatformTestState, TestCopy } from './state.ts';
import { lastKnown } from './visible.ts';

/** Why an action cannot be done now. */
export type ActRefusal =
  | 'no-points'
  | 'test-ended'
  | 'frozen'
  | 'no-such-platform'
  | 'no-such-copy'
  | 'no-such-account'
  | 'not-online'
  | 'site-down'
  | 'not-taken-down'
  | 'other-card'
  | 'already-done'
  | 'nothing-to-answer'
  | 'reason-too-short'
  | 'reason-too-long';

/**
 * Points that the team can still spend now. Those of the next week can be used beforehand, and what is left over stays.
 */
export const pointsLeft = ({ hour, spent }: Pick<PlatformTestState, 'hour' | 'spent'>): number =>
  Math.min(WEEKS, weekOf(hour) + 1) * POINTS_PER_WEEK - spent;

/** Why the action cannot be done now; undefined if it can. */
export function refusalOf(
  brief: OpenBrief,
  state: PlatformTestState,
  action: PlatformTestAction,
): ActRefusal | undefined {
  if (ACTIONS[action.type].cost > pointsLeft(state)) return 'no-points';
  if (state.report) return 'test-ended';
  if ('site' in action && action.type !== 'mirror.checked' && !brief.platforms.some(({ id }) => id === action.site))
    return 'no-such-platform';
  if ('copy' in action && !state.copies.some(({ id }) => id === action.copy)) return 'no-such-copy';
  if ('account' in action && action.account !== undefined && !(action.account >= 1 && action.account <= state.accounts))
    return 'no-such-account';
  return 'copy' in action
    ? refusalOn(brief, state, copyOf(state, action.copy), action)
    : refusalBeside(brief, state, action);
}

function refusalOn(
  brief: OpenBrief,
  state: PlatformTestState,
  copy: TestCopy,
  action: PlatformTestAction,
): ActRefusal | undefined {
  const last = lastKnown(state, copy.id);
  const taken = last === 'blocked' || last === 'removed';
  switch (action.type) {
    case 'card.edited':
    case 'card.reposted': {
      const isEdit = cardOf(copy.card).fields.editedAge !== undefined;
      if (isEdit !== (action.type === 'card.edited') || !['TC3', 'TC4', 'TC7'].includes(copy.card)) return 'other-card';
      if (state.hour >= FREEZE_HOUR) return 'frozen';
      if (copy.version > 1) return 'already-done';
      return taken ? undefined : 'not-taken-down';
    }
    // A card whose removal was not seen can be taken down and reported like one that is online, so that the act does
    // not reveal what a look would cost points to find out.
    case 'card.withdrawn':
      return last === 'online' ? undefined : 'not-online';
    case 'report.sent':
    case 'notice.sent':
      return copy.status === 'online' || copy.status === 'removed' ? undefined : 'not-online';
    case 'appeal.sent':
      if (!cardOf(copy.card).lawful || copy.madeByProgram) return 'other-card';
      return taken ? undefined : 'not-taken-down';
    case 'record.asked':
    case 'record.ordered':
      return copy.card === 'TC9' ? undefined : 'other-card';
    case 'record.reminded':
      return hasRequest(state, copy) ? undefined : 'nothing-to-answer';
    case 'page.captured':
      return captureRefusal(brief, state.hour, { ...action, site: copy.site });
    default:
      return undefined;
  }
}

const hasRequest = ({ events }: PlatformTestState, { id }: TestCopy) =>
  events.some((event) => event.id.startsWith(`${id}-`) && event.type === 'report.sent' && event.reporter === 'police');

function refusalBeside(brief: OpenBrief, state: PlatformTestState, action: PlatformTestAction): ActRefusal | undefined {
  switch (action.type) {
    case 'time.passed':
      if (!(action.hours > 0)) return 'nothing-to-answer';
      return state.hour >= LAST_HOUR ? 'test-ended' : undefined;
    case 'time.skipped':
      return state.hour >= LAST_HOUR ? 'test-ended' : undefined;
    case 'plan.locked':
      return state.plan ? 'already-done' : undefined;
    case 'card.placed':
      if (action.madeByProgram && action.card !== 'TC12') return 'other-card';
      return state.hour >= FREEZE_HOUR ? 'frozen' : undefined;
    case 'site.watched': {
      const week = weekOf(state.hour);
      return state.watched.some((one) => one.site === action.site && one.week === week) ? 'already-done' : undefined;
    }
    // Terms that were read stay open for the rest of the test.
    case 'terms.read':
      return state.reads.some(({ what, site }) => what === 'terms' && site === action.site)
        ? 'already-done'
        : undefined;
    case 'mirror.checked':
      return brief.mirrors.some(({ id }) => id === action.site) ? undefined : 'no-such-platform';
    case 'site.captured':
      return captureRefusal(brief, state.hour, action);
    case 'inject.answered': {
      const came = state.injects.find(({ id }) => id === action.inject);
      const choices: readonly string[] = INJECTS[action.inject].choices;
      if (!came || !choices.includes(action.choice)) return 'nothing-to-answer';
      return came.choice === undefined ? undefined : 'already-done';
    }
    case 'objection.raised':
      return refusalOfObjection(state, action);
    case 'reply.asked':
      return state.replies.some(({ site }) => site === action.site) ? 'already-done' : undefined;
    default:
      return undefined;
  }
}
