import { CLAIM_IDS, type ClaimId, claimRule } from '#market/platforms/model/claims.ts';
import { pointsLeft, refusalOf } from './act-refusals.ts';
import { ACTIONS, type PlatformTestAction } from './actions.ts';
import { FREEZE_HOUR, LAST_HOUR } from './clock.ts';
import { countClaim } from './counts.ts';
import { afterAction, beginTest } from './play-test.ts';
import { findingsOf } from './reference-findings.ts';
import type { PlayerId } from './reference-player-ids.ts';
import {
  COST_OF_PROBE,
  MAX_COPIES,
  newProbe,
  type Probe,
  queueOf,
  REFERS,
  REPORT_OF,
  stillToPay,
} from './reference-probes.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';
import { ANSWER_PERIOD, REFERRAL_PERIOD, trialsIn } from './trials.ts';
import { lastKnown, seenSoFar } from './visible.ts';

/** Hours that a player lets pass between two rounds of acts. */
const PAUSE = 12;

/** Players that only record findings. */
const FINISHED: readonly PlayerId[] = ['accuse-all', 'trust-all', 'oracle'];

/** The actions and the last state of a reference player. The oracle and the blind players place nothing. */
export function playAs(
  player: PlayerId,
  brief: PlatformTestBrief,
): { readonly actions: readonly PlatformTestAction[]; readonly state: PlatformTestState } {
  const actions: PlatformTestAction[] = [];
  let state = beginTest();
  const act = (action: PlatformTestAction): boolean => {
    if (refusalOf(brief, state, action)) return false;
    state = afterAction(brief, state, action);
    actions.push(action);
    return true;
  };
  if (player === 'spam-reports') spam();
  else if (!FINISHED.includes(player)) playOut();
  for (const finding of findingsOf(player, brief, state)) act({ type: 'finding.recorded', ...finding });
  return { actions, state };

  /** Many false reports first, so that the account is not read when the honest ones follow. */
  function spam(): void {
    const sites = brief.platforms.map(({ id }) => id);
    const cards = (['TC7', 'TC8', 'TC14'] as const).flatMap((card) => sites.map((site) => [site, card] as const));
    const reportFalsely = () => {
      for (const { id, card } of state.copies.filter((copy) => copy.card === 'TC11'))
        for (let n = 0; n < SPAM_REPORTS; n++)
          act({ type: 'report.sent', copy: id, reporter: card === 'TC11' ? 'member' : 'parent' });
    };
    const placeAndReport = () => {
      for (const [site, card] of cards) {
        const known = state.copies.length;
        act({ type: 'card.placed', site, card });
        const copy = state.copies[known]?.id;
        const report = copy && REPORT_OF[card]?.(copy);
        if (report) act(report);
      }
    };
    for (const site of sites) act({ type: 'card.placed', site, card: 'TC11' });
    for (const [n, hour] of SPAM_HOURS.entries()) {
      if (hour > state.hour) act({ type: 'time.passed', hours: hour - state.hour });
      answerInjects();
      if (n === 0 || n === 2) reportFalsely();
      else if (n === 1 || n === 3) placeAndReport();
      else for (const { id, card } of state.copies) if (card !== 'TC11') act({ type: 'page.captured', copy: id });
    }
    for (const site of sites) {
      act({ type: 'reply.asked', site });
    }
  }

  function playOut(): void {
    const waiting = queueOf(player, brief);
    const running: Probe[] = [];
    const repeated = new Map<string, number>();
    while (state.hour < LAST_HOUR) {
      answerInjects();
      if (state.hour >= FREEZE_HOUR) for (const { id } of brief.platforms) act({ type: 'reply.asked', site: id });
      for (const probe of [...running]) {
        if (advance(probe)) continue;
        running.splice(running.indexOf(probe), 1);
        if (player === 'repeat-what-failed') waiting.unshift(...repeats(probe, repeated, [...waiting, ...running]));
      }
      while (waiting.length > 0 && state.hour < FREEZE_HOUR && canStart(running)) {
        const probe = waiting.shift();
        if (!probe || !start(probe)) break;
        running.push(probe);
      }
      for (const copy of Object.keys(state.reminded)) act({ type: 'card.withdrawn', copy });
      act({ type: 'time.passed', hours: PAUSE });
    }
  }

  function answerInjects(): void {
    for (const { id, choice, site } of state.injects) {
      if (choice !== undefined) continue;
      if (id === 'possible-minor') act({ type: 'inject.answered', inject: id, choice: 'refer' });
      if (id === 'lawyer') act({ type: 'inject.answered', inject: id, choice: 'basis' });
      if (id === 'journalist') act({ type: 'inject.answered', inject: id, choice: 'wait' });
      if (id === 'one-look') act({ type: 'inject.answered', inject: id, choice: 'look' });
      if (id !== 'sellers-harmed') continue;
      act({ type: 'inject.answered', inject: id, choice: 'repair' });
      if (site) act({ type: 'harm.recorded', site });
    }
  }

  /** Whether points remain for another probe, besides those that running probes still need. */
  function canStart(running: readonly Probe[]): boolean {
    return pointsLeft(state) - running.reduce((sum, probe) => sum + stillToPay(probe), 0) >= COST_OF_PROBE;
  }

  function start(probe: Probe): boolean {
    if (probe.card === 'TC11' && state.injects.some(({ id, site }) => id === 'sellers-harmed' && site === probe.site))
      return true;
    const known = state.copies.length;
    if (!act({ type: 'card.placed', site: probe.site, card: probe.card })) return false;
    const copy = state.copies[known]?.id;
    if (copy) probe.copy = copy;
    return true;
  }

  /** Takes the next step of a probe; false when it is finished. */
  function advance(probe: Probe): boolean {
    const { copy, card } = probe;
    const one = state.copies.find(({ id }) => id === copy);
    if (!one || !copy || state.events.some((event) => event.type === 'site.down' && event.id.startsWith(`${copy}-`)))
      return false;
    if (state.hour < probe.waitUntil) return true;
    const once = (name: string, action: PlatformTestAction): boolean => {
      if (probe.done.has(name)) return false;
      if (pointsLeft(state) < ACTIONS[action.type].cost) return true;
      probe.done.add(name);
      act(action);
      return true;
    };
    const status = lastKnown(state, copy);
    const isOnline = status === 'online';
    const answered = state.events.some((event) => event.type === 'report.answered' && event.id.startsWith(`${copy}-`));
    const sentAt = state.events.find((event) => event.type === 'report.sent' && event.id.startsWith(`${copy}-`))?.hour;
    const waits = sentAt !== undefined && !answered && state.hour < sentAt + ANSWER_PERIOD;
    const report = REPORT_OF[card]?.(copy);
    if (report && isOnline && sentAt === undefined) return once('report', report) || true;
    if (waits) {
      if (card === 'TC9' && state.hour >= (sentAt ?? 0) + 72) once('remind', { type: 'record.reminded', copy });
      if (card === 'TC9' && state.hour >= (sentAt ?? 0) + 144) once('again', { type: 'record.reminded', copy });
      return true;
    }
    if (card === 'TC14')
      for (const route of ['other-language', 'no-account', 'screen-reader'] as const)
        if (isOnline && once(route, { type: 'report.sent', copy, reporter: 'non-user', route })) return true;
    const isGone = status === 'removed' || status === 'blocked';
    if (isGone && one.version === 1 && state.hour < FREEZE_HOUR) {
      if (card === 'TC3' && once('edit', { type: 'card.edited', copy })) return true;
      if ((card === 'TC4' || card === 'TC7') && once('repost', { type: 'card.reposted', copy })) return true;
    }
    if (!probe.done.has('settle')) {
      probe.done.add('settle');
      probe.waitUntil = state.hour + (REFERS.has(card) ? REFERRAL_PERIOD + PAUSE : 2);
      return true;
    }
    if (once('capture', { type: 'page.captured', copy })) return true;
    if (isOnline) act({ type: 'card.withdrawn', copy });
    return false;
  }

  /**
   * Repeats a card while a claim of it has failed and is no pattern yet, up to five times, unless another card that
   * tests the claim still waits.
   */
  function repeats({ site, card }: Probe, before: Map<string, number>, others: readonly Probe[]): Probe[] {
    const name = `${site} ${card}`;
    const times = before.get(name) ?? 1;
    const trials = trialsIn(seenSoFar(state));
    const comes = (claim: ClaimId) =>
      others.some((other) => other.site === site && claimRule(claim).cards.includes(other.card));
    const isOpen = CLAIM_IDS.some(
      (claim) =>
        claimRule(claim).cards.includes(card) && !comes(claim) && countClaim(trials, site, claim).word === 'once',
    );
    if (times >= MAX_COPIES || !isOpen) return [];
    before.set(name, times + 1);
    return [newProbe(site, card)];
  }
}

/** Hours of the steps of the player that sends many reports: the second comes while its account is not read. */
const SPAM_HOURS = [0, 168, 330, 337, 600] as const;
const SPAM_REPORTS = 5;
