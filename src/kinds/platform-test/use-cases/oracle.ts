import { refusalOf } from '#kinds/platform-test/model/act-refusals.ts';
import { ACTIONS, POINTS_PER_WEEK, REPORT_POINTS, type TestFinding } from '#kinds/platform-test/model/actions.ts';
import { WEEKS } from '#kinds/platform-test/model/clock.ts';
import { countClaim, itemsFor } from '#kinds/platform-test/model/counts.ts';
import { honestFinding } from '#kinds/platform-test/model/findings.ts';
import { WORST_CASES } from '#kinds/platform-test/model/ladder.ts';
import type { TestAct } from '#kinds/platform-test/model/play.ts';
import { afterAction, beginTest } from '#kinds/platform-test/model/play-test.ts';
import type { PlatformTestBrief, PlatformTestState } from '#kinds/platform-test/model/state.ts';
import { type Trial, trialsIn } from '#kinds/platform-test/model/trials.ts';
import { seenSoFar } from '#kinds/platform-test/model/visible.ts';
import { CLAIM_IDS, type Soundness, soundnessOf } from '#market/platforms/model/claims.ts';
import type { TestCardId } from '#market/platforms/model/test-cards.ts';

const REPORTS: Readonly<Partial<Record<TestCardId, (copy: string, site: string) => TestAct>>> = {
  TC7: (copy) => ({ type: 'report.sent', copy, reporter: 'person-shown' }),
  TC8: (copy) => ({ type: 'report.sent', copy, reporter: 'relative' }),
  TC9: (copy) => ({ type: 'record.asked', copy }),
  // Marrin Evenings answers parents alone.
  TC11: (copy, site) => ({ type: 'report.sent', copy, reporter: site === 'marrin-evenings' ? 'parent' : 'member' }),
};

/** Cards that are placed once more where they failed, those that cost least first. */
const REPEATED: readonly TestCardId[] = ['TC2', 'TC5', 'TC6', 'TC12', 'TC13', 'TC1', 'TC8', 'TC7', 'TC11'];

const MAX_POINTS = WEEKS * POINTS_PER_WEEK;

/**
 * Hours of the steps: cards that need points of later weeks, repeats in the fourth week, captures after every period.
 */
const HOURS = { more: 190, reports: 350, repeats: 510, captures: 780, findings: 900, end: 1000 } as const;

/** Hours after which the oracle checks for reminders and takes cards down. */
const STEP = 24;

/** Captures for which points are kept back when cards are repeated. */
const KEPT_FOR_CAPTURES = 55;

/**
 * Plays with knowledge of the hidden half: every worst case on every platform, each report after a capture, and for
 * each fault two trials with their items. It records true findings only, even if the counts would allow others.
 */
export function playAsOracle(brief: PlatformTestBrief): {
  readonly acts: readonly TestAct[];
  readonly state: PlatformTestState;
} {
  const acts: TestAct[] = [];
  let state = beginTest();
  const sites = brief.platforms.map(({ id }) => id);
  const soundness = (site: string, claim: Trial['claim']): Soundness =>
    soundnessOf(brief.platforms.find(({ id }) => id === site)?.hidden.chances[claim] ?? 0);

  const act = (action: TestAct): boolean => {
    if (refusalOf(brief, state, action)) return false;
    state = afterAction(brief, state, action);
    acts.push(action);
    return true;
  };
  const passTo = (hour: number) => {
    while (state.hour < hour) {
      const next = state.open.reduce((least, step) => Math.min(least, step.step === 'inject' ? step.hour : hour), hour);
      act({ type: 'time.passed', hours: Math.max(1 / 60, Math.min(hour, next, state.hour + STEP) - state.hour) });
      answerInjects();
      for (const copy of Object.keys(state.reminded)) act({ type: 'card.withdrawn', copy });
    }
  };
  const answerInjects = () => {
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
  };

  const cells = sites.flatMap((site) => WORST_CASES.map((card) => ({ site, card, copies: 1 })));
  act({ type: 'plan.locked', cells });
  for (const site of sites) act({ type: 'terms.read', site });
  placeAll(...WORST_CASES.filter((card) => !REPORTS[card]), 'TC7', 'TC8');
  passTo(HOURS.more);
  placeAll('TC5', 'TC6', 'TC9');
  passTo(HOURS.reports);
  placeAll('TC11');
  passTo(HOURS.repeats);
  for (const { site, card } of failedOnce()) {
    const cost = ACTIONS['card.placed'].cost + (REPORTS[card] ? 2 : 0);
    if (MAX_POINTS - state.spent - cost < KEPT_FOR_CAPTURES) continue;
    const known = state.copies.length;
    if (act({ type: 'card.placed', site, card })) reportAll(state.copies.slice(known));
  }
  passTo(HOURS.captures);
  for (const copy of worthCapturing(MAX_POINTS - state.spent)) act({ type: 'page.captured', copy });
  for (const site of sites) act({ type: 'reply.asked', site });
  passTo(HOURS.findings);
  for (const finding of trueFindings()) act({ type: 'finding.recorded', ...finding });
  passTo(HOURS.end);
  act({ type: 'report.sealed', points: REPORT_POINTS });
  return { acts, state };

  /** Places cards and reports reportable ones at once. */
  function placeAll(...cards: readonly TestCardId[]): void {
    const known = state.copies.length;
    for (const card of cards) for (const site of sites) act({ type: 'card.placed', site, card });
    reportAll(state.copies.slice(known));
  }

  function reportAll(copies: PlatformTestState['copies']): void {
    for (const copy of copies) {
      const report = REPORTS[copy.card]?.(copy.id, copy.site);
      if (!report || copy.status !== 'online') continue;
      act({ type: 'page.captured', copy: copy.id });
      act(report);
    }
  }

  /** Cards that showed a fault, and those of worst cases of which nothing is known yet. */
  function failedOnce(): { site: string; card: TestCardId }[] {
    const trials = trialsIn(seenSoFar(state));
    return sites.flatMap((site) =>
      REPEATED.filter(
        (card) =>
          (WORST_CASES.includes(card) && !trials.some((trial) => trial.site === site && trial.card === card)) ||
          trials.some(
            (trial) =>
              trial.site === site && trial.card === card && trial.failed && soundness(site, trial.claim) === 'fault',
          ),
      ).map((card) => ({ site, card })),
    );
  }

  /** Copies whose capture proves most, one after the other. */
  function worthCapturing(most: number): string[] {
    const trials = trialsIn(seenSoFar(state));
    const chosen: string[] = [];
    const proved = new Map<string, Set<string>>();
    const gainOf = (copy: string) =>
      trials
        .filter((trial) => trial.copy === copy && itemsFor(trial, state.items).length === 0)
        .reduce((sum, trial) => {
          const name = `${trial.site} ${trial.claim}`;
          const count = countClaim(trials, trial.site, trial.claim);
          const known = proved.get(name)?.size ?? 0;
          const is = soundness(trial.site, trial.claim);
          if (is === 'sound') return sum + (count.word === 'not-seen' && known === 0 ? 1 : 0);
          if (!trial.failed) return sum;
          if (count.word === 'pattern' && is === 'fault') return sum + (known < 2 ? 3 : 0);
          return sum + (count.word === 'once' && known === 0 ? 2 : 0);
        }, 0);
    while (chosen.length < most) {
      const left = state.copies.map(({ id }) => id).filter((id) => !chosen.includes(id));
      const best = left.reduce<{ copy: string; gain: number } | undefined>((top, copy) => {
        const gain = gainOf(copy);
        return gain > (top?.gain ?? 0) ? { copy, gain } : top;
      }, undefined);
      if (!best) break;
      chosen.push(best.copy);
      for (const trial of trials.filter(({ copy }) => copy === best.copy)) {
        const name = `${trial.site} ${trial.claim}`;
        if (trial.failed || soundness(trial.site, trial.claim) === 'sound')
          proved.set(name, new Set([...(proved.get(name) ?? []), best.copy]));
      }
    }
    return chosen;
  }

  /** Findings that are true and that counts and items support, with full certainty. */
  function trueFindings(): TestFinding[] {
    const trials = trialsIn(seenSoFar(state));
    return sites.flatMap((site) =>
      CLAIM_IDS.flatMap((claim): TestFinding[] => {
        const is = soundness(site, claim);
        const honest = honestFinding(trials, state, site, claim);
        const copies = new Set(state.items.filter(({ id }) => honest.items.includes(id)).map(({ copy }) => copy));
        const finding = { ...honest, certainty: is === 'fault' ? 100 : 0 };
        if (honest.word === 'not-tested' || copies.size === 0) return [];
        if (is === 'sound') return honest.word === 'not-seen' ? [finding] : [];
        if (honest.word === 'not-seen') return [];
        if (honest.word === 'once') return [finding];
        const isProved = copies.size > 1;
        return is === 'fault' && isProved ? [finding] : [];
      }),
    );
  }
}
