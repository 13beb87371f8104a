import { describe, expect, it } from 'vitest';
import type { PlatformTestAction } from '#kinds/platform-test/model/actions.ts';
import { LAST_HOUR } from '#kinds/platform-test/model/clock.ts';
import { platformTestFacts } from '#kinds/platform-test/model/facts.ts';
import type { TestAct } from '#kinds/platform-test/model/play.ts';
import { shutGates } from '#kinds/platform-test/model/score-test.ts';
import { teamView } from '#kinds/platform-test/model/visible.ts';
import {
  aPlatform,
  briefOf,
  on,
  pass,
  place,
  played,
  reported,
  SITE,
} from '../../../../support/kinds/platform-test/a-test.ts';

const noSearch = { traits: { ...aPlatform().hidden.traits, ownSearch: 0 } };
/** Publishes a card without consent, and never finds it. */
const BLIND = briefOf(aPlatform({ consent: 100 }, noSearch));
/** Answers nobody. */
const SILENT = briefOf(aPlatform({ 'silent-person-shown': 100 }, noSearch));
const COPY = `${SITE}-TC5-1`;
const remindersOf = (brief: typeof BLIND, ...actions: PlatformTestAction[]) =>
  teamView(brief, played(brief, ...actions)).reminders;

describe('a card whose question is over', () => {
  it('is reminded of after a week without a report, and not before', () => {
    expect(remindersOf(BLIND, place('TC5'), pass(167))).toEqual([]);
    expect(remindersOf(BLIND, place('TC5'), pass(168))).toEqual([COPY]);
    expect(remindersOf(BLIND, place('TC5'), pass(168), on('card.withdrawn', COPY))).toEqual([]);
  });

  it('is not over while an answer may come, and is over a day after one came', () => {
    const asked = [place('TC7'), reported(`${SITE}-TC7-1`, 'person-shown')];
    const kept = [place('TC11'), pass(150), reported(`${SITE}-TC11-1`, 'member')];

    expect(remindersOf(SILENT, ...asked, pass(239))).toEqual([]);
    expect(remindersOf(SILENT, ...asked, pass(240))).toEqual([`${SITE}-TC7-1`]);
    const answer = played(BLIND, ...kept, pass(100)).events.find(({ type }) => type === 'report.answered')?.hour ?? 0;
    expect(remindersOf(BLIND, ...kept, pass(answer + 23 - 150))).toEqual([]);
    expect(remindersOf(BLIND, ...kept, pass(answer + 24 - 150))).toEqual([`${SITE}-TC11-1`]);
  });

  it('crosses no red line without a reminder first, however long one step of the clock is', () => {
    expect(played(BLIND, place('TC5'), pass(700)).red).toEqual([]);
    expect(played(BLIND, place('TC5'), pass(700), on('card.withdrawn', COPY), pass(100)).red).toEqual([]);
  });

  it('crosses the line two days after the reminder, once for each card, and shuts the gate', () => {
    const acts = [place('TC5'), place('TC5'), pass(168)];
    const late = played(BLIND, ...acts, on('card.withdrawn', COPY), pass(47), pass(1));

    expect(played(BLIND, ...acts, pass(47)).red).toEqual([]);
    expect(late.red).toEqual(['card-up-too-long']);
    expect(late.overstayed).toEqual([`${SITE}-TC5-2`]);
    expect(shutGates(late)).toContain('no-red-line');
    expect(played(BLIND, ...acts, pass(48), pass(100)).overstayed).toHaveLength(2);
    expect(played(BLIND, ...acts, pass(LAST_HOUR)).overstayed).toHaveLength(2);
  });

  it('may stay online for a new question, which cancels the reminder', () => {
    const again = [place('TC5'), pass(168), reported(COPY, 'member')];
    const silent = briefOf(aPlatform({ consent: 100 }, { ...noSearch, answerRate: { parent: 0, member: 0 } }));

    expect(played(silent, ...again, pass(100)).red).toEqual([]);
    expect(remindersOf(silent, ...again, pass(100))).toEqual([]);
    expect(remindersOf(silent, ...again, pass(240))).toEqual([COPY]);
  });

  it('is counted in the facts with the act that crossed the line', () => {
    const acts = [place('TC5'), place('TC5'), pass(168), pass(48)] as TestAct[];
    const facts = platformTestFacts(BLIND, { done: acts.map((action, n) => ({ action, seq: n + 1 })), planned: [] });

    expect(facts).toMatchObject({ overstayed: 2, crossed: [{ line: 'card-up-too-long', seq: 4 }] });
  });
});
