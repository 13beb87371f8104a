import { refusalOf } from './act-refusals.ts';
import { ACTIONS, FORM_REPORTERS, type PlatformTestAction } from './actions.ts';
import { capture, captureSite } from './captures.ts';
import { LAST_HOUR, weekOf } from './clock.ts';
import { INJECT_IDS, INJECTS } from './injects.ts';
import { copyOf, type NextState, plan, record } from './next-state.ts';
import { passUntil, skipToEvent } from './pass-time.ts';
import { becomeKnown } from './platform-steps.ts';
import { noteIdleCards, watchRedLines } from './red-lines.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';
import { appeal, bringBack, HEAVY_CARDS, orderPreservation, placeCard, report, withdraw } from './team-acts.ts';

/** Hours after which a platform has answered a team that asked for its reply. */
const REPLY_HOURS = 72;

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
      skipToEvent(next);
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
