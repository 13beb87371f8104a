import { describe, expect, it } from 'vitest';
import {
  type PlatformTestAct,
  type PlatformTestResponse,
  playPlatformTest,
  type TestAct,
} from '#kinds/platform-test/model/play.ts';
import { playTest } from '#kinds/platform-test/model/play-test.ts';
import type { PlayerId } from '#kinds/platform-test/model/reference-player-ids.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import { PlatformTestActionSchema } from '#kinds/platform-test/model/schemas.ts';
import { scorePlatformTest } from '#kinds/platform-test/model/score.ts';
import { testAt } from '#kinds/platform-test/model/test-so-far.ts';
import { playAsOracle } from '#kinds/platform-test/use-cases/oracle.ts';
import { aBrief, pass, place } from '../../../../support/kinds/platform-test/a-test.ts';

const AT = '2031-02-03T08:00:00Z';
const respond = (acts: readonly PlatformTestAct[]): PlatformTestResponse =>
  acts.reduce(
    (response, act, n) => playPlatformTest.reduce(response, act as never, { at: AT, seq: n + 1 }),
    playPlatformTest.empty,
  );

const BRIEF = { ...aBrief('six-weeks-six-platforms'), from: AT } as const;
const ORACLE = playAsOracle(BRIEF).acts;
const criteriaOf = (acts: readonly PlatformTestAct[]) =>
  new Map(
    scorePlatformTest(BRIEF, respond(acts), []).criteria.map((one) => [one.id.slice('checkathon.'.length), one.scaled]),
  );
const actsOf = (player: PlayerId) =>
  playAs(player, BRIEF).actions.filter((action): action is TestAct => action.type !== 'time.skipped');

describe('a test as an exercise', () => {
  it('has the same state if acts are applied one by one or all at once', () => {
    const brief = { ...BRIEF };
    let response = playPlatformTest.empty;
    for (const [n, act] of ORACLE.slice(0, 120).entries()) {
      response = playPlatformTest.reduce(response, act as never, { at: AT, seq: n + 1 });
      testAt(brief, response);
    }

    expect(testAt(brief, response).state).toEqual(playTest(brief, ORACLE.slice(0, 120)));
  });

  it('starts again if the log is shorter or different', () => {
    const long = respond([place('TC1') as TestAct, pass(30), place('TC2') as TestAct]);
    testAt(BRIEF, long);

    expect(testAt(BRIEF, { done: long.done.slice(0, 1) }).state.hour).toBe(0);
    expect(testAt(BRIEF, respond([pass(5)])).state.copies).toEqual([]);
  });

  it('advances the clock of the case by the hours of the test only', () => {
    expect(playPlatformTest.minutes(pass(1.5) as never)).toBe(90);
    expect(playPlatformTest.minutes(place('TC1') as never)).toBe(0);
  });

  it('keeps a plan without doing its acts', () => {
    const planned = respond([{ type: 'week.planned', acts: [place('TC1') as TestAct] }]);

    expect(planned.planned).toHaveLength(1);
    expect(testAt(BRIEF, planned).state.copies).toEqual([]);
  });

  it('reads each act of a whole play from a file, and refuses a text on a card', () => {
    for (const act of ORACLE) expect(PlatformTestActionSchema.safeParse(act).success).toBe(true);
    expect(PlatformTestActionSchema.safeParse({ ...place('TC1'), text: 'call me' }).success).toBe(false);
    expect(PlatformTestActionSchema.safeParse({ type: 'week.planned', acts: [{ type: 'time.skipped' }] }).success).toBe(
      false,
    );
  });

  it('takes less than 50 ms for an act, however long the log is', () => {
    const brief = { ...BRIEF };
    const response = respond(ORACLE);
    testAt(brief, { done: response.done.slice(0, -1) });
    const began = performance.now();
    testAt(brief, response);

    expect(performance.now() - began).toBeLessThan(50);
  });
});

describe('the score of the exercise', () => {
  it('is full on every criterion for the oracle', () => {
    expect([...criteriaOf(ORACLE)].filter(([, scaled]) => scaled !== 1)).toEqual([]);
    expect(scorePlatformTest(BRIEF, respond(ORACLE), []).facts).toMatchObject({ shut: [], crossed: [] });
  });

  it.each(['accuse-all', 'trust-all', 'only-tc1', 'tc1-for-everything', 'spam-reports'] as const)(
    'gives %s no points for claims, and not full points on any criterion that needs work',
    (player) => {
      const criteria = criteriaOf(actsOf(player));

      // The best of them on other draws is where the scale begins.
      expect(criteria.get('claims')).toBeLessThan(0.05);
      for (const id of ['coverage', 'report']) expect(criteria.get(id)).toBeLessThan(0.5);
    },
  );

  it('loses proof without captures, order without captures before reports, and the report without its seal', () => {
    const without = (isOut: (act: TestAct) => boolean) => criteriaOf(ORACLE.filter((act) => !isOut(act)));

    expect(without(({ type }) => type === 'page.captured').get('proof')).toBe(0);
    expect(without(({ type }) => type === 'page.captured').get('order')).toBe(0);
    expect(without(({ type }) => type === 'report.sealed').get('report')).toBe(0);
    expect(without((act) => act.type === 'card.placed' && act.card === 'TC12').get('fairness')).toBeLessThan(1);
    expect(without((act) => act.type === 'card.placed' && act.card === 'TC3').get('coverage')).toBeLessThan(1);
  });

  it('reports a wrong pattern with its event, and the red line that was crossed', () => {
    const acts: PlatformTestAct[] = [
      place('TC1') as TestAct,
      pass(188),
      { type: 'inject.answered', inject: 'possible-minor', choice: 'go-on' },
      {
        type: 'finding.recorded',
        site: 'four-towns',
        claim: 'edit',
        word: 'pattern',
        items: [],
        innocent: false,
        certainty: 90,
      },
    ];
    const { findings, facts } = scorePlatformTest(BRIEF, respond(acts), []);

    expect(findings.filter(({ kind }) => kind === 'falseFlag').map(({ at }) => at.locator)).toEqual([
      'four-towns edit',
    ]);
    expect(facts).toMatchObject({ crossed: [{ line: 'went-on-beside-a-possible-minor', seq: 3 }] });
    expect(facts?.claims.find(({ word }) => word === 'pattern')?.seq).toBe(4);
  });
});
