import { CLAIM_IDS, type ClaimId, claimRule, soundnessOf } from '#market/platforms/model/claims.ts';
import type { TestCardId } from '#market/platforms/model/test-cards.ts';
import { ACTIONS, type PlatformTestAction, type TestFinding } from './actions.ts';
import { FREEZE_HOUR, LAST_HOUR } from './clock.ts';
import { countClaim } from './counts.ts';
import { honestFinding } from './findings.ts';
import { afterAction, beginTest, pointsLeft, refusalOf } from './play-test.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';
import { ANSWER_PERIOD, REFERRAL_PERIOD, trialsIn } from './trials.ts';
import { lastKnown, seenSoFar } from './visible.ts';

/** Fixed strategies with which the play of teams is compared. */
export const PLAYERS = [
  'repeat-what-failed',
  'one-of-each',
  'three-in-order',
  'first-failure-is-pattern',
  'only-tc1',
  'only-one-platform',
  'tc1-for-everything',
  'spam-reports',
  'accuse-all',
  'trust-all',
  'oracle',
] as const;
export type PlayerId = (typeof PLAYERS)[number];

/** Worst cases first, the cheaper ones before the others. */
const ORDER: readonly TestCardId[] = [
  'TC1',
  'TC13',
  'TC2',
  'TC3',
  'TC12',
  'TC11',
  'TC8',
  'TC7',
  'TC5',
  'TC6',
  'TC9',
  'TC14',
  'TC10',
  'TC4',
];

/** One card of one platform, from its placing to its capture. */
interface Probe {
  readonly site: string;
  readonly card: TestCardId;
  copy?: string;
  done: Set<string>;
  waitUntil: number;
}

const PAUSE = 12;

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

/** Maximum copies of a card on one platform: a pattern is two of five, so that more show nothing new. */
const MAX_COPIES = 5;

const newProbe = (site: string, card: TestCardId): Probe => ({ site, card, done: new Set(), waitUntil: 0 });

/** Copies of one card on each platform that the points allow. */
const COPIES_OF_ONE_CARD = 18;

/** Hours of the steps of the player that sends many reports: the second comes while its account is not read. */
const SPAM_HOURS = [0, 168, 330, 337, 600] as const;
const SPAM_REPORTS = 5;

/** Maximum points of one probe. */
const COST_OF_PROBE = 7;

const stillToPay = ({ done, card }: Probe) =>
  (done.has('capture') ? 0 : 1) +
  (REPORT_OF[card] && !done.has('report') ? 2 : 0) +
  (['TC3', 'TC4', 'TC7'].includes(card) && !done.has('edit') && !done.has('repost') ? 2 : 0);

const REFERS: ReadonlySet<TestCardId> = new Set(['TC1', 'TC2', 'TC3', 'TC8', 'TC13']);

const REPORT_OF: Readonly<Partial<Record<TestCardId, (copy: string) => PlatformTestAction>>> = {
  TC3: (copy) => ({ type: 'report.sent', copy, reporter: 'parent' }),
  TC4: (copy) => ({ type: 'notice.sent', copy }),
  TC7: (copy) => ({ type: 'report.sent', copy, reporter: 'person-shown' }),
  TC8: (copy) => ({ type: 'report.sent', copy, reporter: 'relative' }),
  TC9: (copy) => ({ type: 'record.asked', copy }),
  TC10: (copy) => ({ type: 'notice.sent', copy }),
  TC11: (copy) => ({ type: 'report.sent', copy, reporter: 'member' }),
  TC14: (copy) => ({ type: 'report.sent', copy, reporter: 'non-user' }),
};

function queueOf(player: PlayerId, { platforms }: PlatformTestBrief): Probe[] {
  const sites = platforms.map(({ id }) => id);
  const each = (cards: readonly TestCardId[], copies: number) =>
    cards.flatMap((card) => sites.flatMap((site) => Array.from({ length: copies }, () => newProbe(site, card))));
  switch (player) {
    case 'only-tc1':
      return each(['TC1'], COPIES_OF_ONE_CARD);
    case 'tc1-for-everything':
      return each(['TC1'], 1);
    case 'only-one-platform':
      return each(ORDER, MAX_COPIES).filter(({ site }) => site === sites[0]);
    case 'three-in-order':
      return each(ORDER, 3);
    default:
      return each(ORDER, 1);
  }
}

function findingsOf(player: PlayerId, brief: PlatformTestBrief, state: PlatformTestState): TestFinding[] {
  const trials = trialsIn(seenSoFar(state));
  return brief.platforms.flatMap(({ id: site, hidden }) =>
    CLAIM_IDS.map((claim): TestFinding => {
      const honest = honestFinding(trials, state, site, claim);
      const blind = (word: TestFinding['word'], certainty: number): TestFinding => ({
        site,
        claim,
        word,
        items: [],
        innocent: false,
        certainty,
      });
      switch (player) {
        case 'accuse-all':
          return blind('pattern', 100);
        case 'trust-all':
          return blind('not-seen', 0);
        case 'oracle':
          return blind(oracleWord(hidden.chances[claim]), hidden.chances[claim] >= 20 ? 100 : 0);
        case 'first-failure-is-pattern':
          return honest.word === 'once' ? { ...honest, word: 'pattern', certainty: 95 } : honest;
        case 'tc1-for-everything':
          return spread(site, claim, honest);
        case 'spam-reports':
          return honest.word === 'once' ? { ...honest, word: 'pattern', certainty: 95 } : honest;
        default:
          return honest;
      }
    }),
  );

  /** Applies what one card showed to every claim without a test. */
  function spread(site: string, claim: ClaimId, honest: TestFinding): TestFinding {
    if (honest.word !== 'not-tested') return honest;
    const card = countClaim(trials, site, 'declared-age');
    const items = state.items.filter((item) => item.site === site).map(({ id }) => id);
    return {
      site,
      claim,
      word: card.failed > 0 ? 'pattern' : 'not-seen',
      items,
      innocent: false,
      certainty: card.failed > 0 ? 95 : 5,
    };
  }
}

const oracleWord = (chance: number) => {
  const soundness = soundnessOf(chance);
  return soundness === 'fault' ? 'pattern' : soundness === 'grey' ? 'once' : 'not-seen';
};
