import { ACTIONS, FORM_REPORTERS, type PlatformTestAction, POINTS_PER_WEEK } from './actions.ts';
import { capture, captureRefusal, captureSite } from './captures.ts';
import { FREEZE_HOUR, HOURS_PER_WEEK, LAST_HOUR, toMinute, WEEKS, weekOf } from './clock.ts';
import { INJECT_IDS, INJECTS } from './injects.ts';
import { cardOf, copyOf, type NextState, plan, record } from './next-state.ts';
import { refusalOfObjection } from './objection.ts';
import type { OpenBrief } from './open-brief.ts';
import { becomeKnown, takeStep } from './platform-steps.ts';
import { noteIdleCards, watchRedLines } from './red-lines.ts';
import type { PlatformTestBrief, PlatformTestState, TestCopy } from './state.ts';
import { appeal, bringBack, HEAVY_CARDS, orderPreservation, placeCard, report, withdraw } from './team-acts.ts';
import { isSeen, lastKnown } from './visible.ts';

/** Hours after which a platform has answered a team that asked for its reply. */
const REPLY_HOURS = 72;

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

/** The state before the first action. */
export function beginTest(): PlatformTestState {
  return {
    hour: 0,
    spent: 0,
    heavy: {},
    heavyItems: 0,
    accounts: 1,
    copies: [],
    events: [],
    open: INJECT_IDS.map((inject) => ({ step: 'inject', hour: INJECTS[inject].hour, inject })),
    items: [],
    watched: [],
    known: {},
    unfounded: [],
    unread: {},
    reads: [],
    ordered: [],
    injects: [],
    red: [],
    harms: [],
    replies: [],
    findings: [],
    objections: [],
    reminded: {},
    overstayed: [],
  };
}

/**
 * Points that the team can still spend now. Those of the next week can be used beforehand, and what is left over stays.
 */
export const pointsLeft = ({ hour, spent }: Pick<PlatformTestState, 'hour' | 'spent'>): number =>
  Math.min(WEEKS, weekOf(hour) + 1) * POINTS_PER_WEEK - spent;

/** Plays all actions from the beginning. Those that cannot be done change nothing. */
export function playTest(brief: PlatformTestBrief, actions: readonly PlatformTestAction[]): PlatformTestState {
  return actions.reduce((state, action) => afterAction(brief, state, action), beginTest());
}

/** The state after one action; the same state if it cannot be done. */
export function afterAction(
  brief: PlatformTestBrief,
  state: PlatformTestState,
  action: PlatformTestAction,
): PlatformTestState {
  if (refusalOf(brief, state, action) !== undefined) return state;
  const next: NextState = { ...state, brief };
  next.spent += ACTIONS[action.type].cost;
  watchRedLines(next, action);
  apply(next, action);
  const { brief: _, ...after } = next;
  return after;
}

/** The test after its last hour: what was planned has happened, and no card is online. */
export function endTest(brief: PlatformTestBrief, state: PlatformTestState): PlatformTestState {
  const next: NextState = { ...state, brief };
  passUntil(next, LAST_HOUR);
  const { brief: _, ...after } = next;
  return after;
}

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

function apply(next: NextState, action: PlatformTestAction): void {
  countHeavy(next, action);
  if ('copy' in action) reopen(next, action);
  switch (action.type) {
    case 'plan.locked':
      next.plan = { hour: next.hour, cells: action.cells };
      return;
    case 'time.passed':
      passUntil(next, next.hour + action.hours);
      noteIdleCards(next);
      return;
    case 'time.skipped':
      skip(next);
      noteIdleCards(next);
      return;
    case 'account.opened':
      next.accounts += 1;
      return;
    case 'card.placed':
      placeCard(next, action);
      return;
    case 'card.edited':
    case 'card.reposted':
      bringBack(next, action.copy);
      return;
    case 'card.withdrawn':
      withdraw(next, action.copy);
      return;
    case 'site.watched':
      next.watched = [...next.watched, { site: action.site, week: weekOf(next.hour) }];
      return;
    case 'page.captured':
      capture(next, action.copy, action.mirror);
      return;
    case 'site.captured':
      captureSite(next, action);
      return;
    case 'report.sent':
      report(next, action.copy, FORM_REPORTERS.includes(action.reporter) ? action.reporter : 'member', action);
      return;
    case 'notice.sent':
      report(next, action.copy, 'trusted-flagger');
      return;
    case 'appeal.sent':
      appeal(next, action.copy);
      return;
    case 'record.asked':
      report(next, action.copy, 'police');
      return;
    case 'record.ordered':
      orderPreservation(next, action.copy);
      return;
    case 'record.reminded':
      record(next, action.copy, 'record.reminded');
      return;
    case 'interview.held':
      next.reads = [...next.reads, { site: action.site, what: 'interview', hour: next.hour }];
      becomeKnown(next, action.site);
      return;
    case 'terms.read':
      next.reads = [...next.reads, { site: action.site, what: 'terms', hour: next.hour }];
      return;
    case 'mirror.checked':
      next.reads = [...next.reads, { site: action.site, what: 'mirror', hour: next.hour }];
      return;
    case 'inject.answered':
      next.injects = next.injects.map((one) => (one.id === action.inject ? { ...one, choice: action.choice } : one));
      return;
    case 'harm.recorded':
      next.harms = [...new Set([...next.harms, action.site])];
      return;
    case 'reply.asked':
      next.replies = [...next.replies, { site: action.site, askedAt: next.hour }];
      plan(next, { step: 'reply', hour: next.hour + REPLY_HOURS, site: action.site });
      return;
    case 'finding.recorded': {
      const { type: _, ...finding } = action;
      const others = next.findings.filter(({ site, claim }) => site !== finding.site || claim !== finding.claim);
      next.findings = [...others, finding];
      return;
    }
    case 'objection.raised': {
      const { type: _, ...objection } = action;
      next.objections = [...next.objections, { ...objection, reason: objection.reason.trim() }];
      return;
    }
    case 'report.sealed':
      next.report = { hour: next.hour, points: [...new Set(action.points)] };
  }
}

/** A new question about a card, or taking it down, cancels its reminder. */
function reopen(next: NextState, action: PlatformTestAction & { readonly copy: string }): void {
  if (action.type === 'page.captured') return;
  const { [action.copy]: _, ...others } = next.reminded;
  next.reminded = others;
}

/** Points that the work with heavy cards took in this week. */
function countHeavy(next: NextState, action: PlatformTestAction): void {
  const card =
    action.type === 'card.placed' ? action.card : 'copy' in action ? copyOf(next, action.copy).card : undefined;
  if (card === undefined || !HEAVY_CARDS.has(card)) return;
  const week = weekOf(next.hour);
  next.heavy = { ...next.heavy, [week]: (next.heavy[week] ?? 0) + ACTIONS[action.type].cost };
}

/** Advances the clock to `hour` and applies all due steps in order. */
function passUntil(next: NextState, hour: number): void {
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
function skip(next: NextState): void {
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
