import { describe, expect, it } from 'vitest';
import type { AttemptLog, AttemptStep } from '#case/attempt/model/attempt-log.ts';
import { recordEvent } from '#case/attempt/model/attempt-log.ts';
import { createReplay, offeredOptions, replayAttempt, stateOf } from '#case/attempt/model/replay-attempt.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { readFaults } from '#evidence/drill/model/read-faults.ts';
import { recordGaps } from '#evidence/locker/model/record-gaps.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { preservationTargets } from '#kinds/preservation/model/key.ts';
import type { PreservationResponse } from '#kinds/preservation/model/play.ts';
import { lockersOfAttempt } from '#kinds/preservation/use-cases/locker/locker-of-attempt.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { theCase } from '../../../../support/builders/the-library.ts';

const WALL = '1970-01-01T00:00:00Z';
const AGAIN = theCase('scenarios/a-week-later');
const NOON = theCase('scenarios/gone-by-noon');
const TWO = theCase('scenarios/two-addresses');

type Played = typeof AGAIN;
const play = ({ material, answers }: Played, policy: PolicyName) => playCase(material, answers, policy, WALL);
const reportOf = ({ material, answers }: Played, log: AttemptLog) => scoreAttempt(log, material, answers);
const scaled = (of: Played, log: AttemptLog, id: string) =>
  reportOf(of, log).criteria.find((criterion) => criterion.id === id)?.scaled;

/** Plays by hand: at each decision or timer the option that the list names next; what is no choice is passed. */
function playBy({ material: { scenario, market } }: Played, choices: readonly (string | undefined)[]) {
  const replay = createReplay({ scenario, market, kinds: KINDS });
  const { header } = play(AGAIN, 'nothing');
  const events: AttemptLog['events'][number][] = [];
  let attempt = replay.start();
  const left = [...choices];
  const record = (step: AttemptStep) => {
    const event = recordEvent({ header, events }, step, attempt.clock, WALL);
    events.push(event);
    attempt = replay.advance(attempt, event);
  };
  while (!attempt.ended && left.length > 0) {
    const { state } = attempt;
    const { type } = stateOf(scenario, state);
    if (type === 'exercise') record({ type: 'exercise.committed', state });
    else if (type === 'narrative' || type === 'inject') record({ type: 'scene.continued', state });
    else {
      const option = left.shift();
      record(option === undefined ? { type: 'timer.elapsed', state } : { type: 'decision.made', state, option });
    }
  }
  return attempt;
}

describe('the preservation cases', () => {
  it.each([
    ['a-week-later', AGAIN],
    ['gone-by-noon', NOON],
    ['two-addresses', TWO],
  ])('%s: who knows the answers reaches the best of every criterion, by way of the bench', (_, of) => {
    const log = play(of, 'oracle');
    const { criteria, redLine, findings } = reportOf(of, log);

    expect(criteria.filter((criterion) => criterion.scaled !== 1)).toEqual([]);
    expect(criteria.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['preservation.record', 'preservation.rubric', 'preservation.order']),
    );
    expect(redLine).toBe(false);
    expect(findings.filter(({ reason }) => /^(?:error|never)\./.test(reason))).toEqual([]);
  });

  it.each([
    ['a-week-later', AGAIN],
    ['gone-by-noon', NOON],
    ['two-addresses', TWO],
  ])('%s: harm earns nothing, however soon it is done', (_, of) => {
    const log = play(of, 'harmful-short');

    for (const id of ['outreach.decisions', 'preservation.record', 'preservation.rubric', 'preservation.order'])
      expect(scaled(of, log, id)).toBe(0);
    expect(log.events.length).toBeLessThan(play(of, 'oracle').events.length);
  });
});

describe('The same number, a week later', () => {
  const { market, scenario } = AGAIN.material;

  it('is played over the market of the first file, seven days on', () => {
    expect(market).toEqual(theCase().material.market);
    expect(playBy(AGAIN, ['preserve']).clock > addMinutes(scenario.start, 7 * 24 * 60)).toBe(true);
  });

  it('also asks for a page without a number, which a search by number does not find', () => {
    const named = AGAIN.answers.key.preserve?.sameActorAs ?? '';
    const hidden = preservationTargets(AGAIN.answers).filter((ad) => !adsSharingPhone(market, named).includes(ad));

    expect(hidden).not.toEqual([]);
  });

  it('waits for the answer by the clock of the case, for every player', () => {
    const before = playBy(AGAIN, ['preserve', 'letters']);
    expect(before.state).toBe('letters');

    const waited = playBy(AGAIN, ['preserve', 'letters', undefined]);
    expect(waited.clock).toBe(addMinutes(before.clock, 240));
    expect(waited.acts.map(({ act }) => act)).toEqual(['preserve', 'request']);
  });

  it('a report while the letter is under way removes the pages, and a later capture finds nothing', () => {
    const attempt = playBy(AGAIN, ['letters', 'report', 'preserve-gone']);
    const [ad = ''] = adsSharingPhone(market, '0303');

    expect(attempt.acts.map(({ act }) => act)).toEqual(['request', 'notify', 'preserve']);
    expect(serveAd(market, ad, attempt.clock, attempt.world).status).toBe(404);
  });

  it('a call while the letter is under way changes the pages', () => {
    const attempt = playBy(AGAIN, ['letters', 'ring', 'preserve-late']);
    const [ad = ''] = adsSharingPhone(market, '0303');

    expect(attempt.world.map(({ change }) => change)).toContain('edited');
    expect(serveAd(market, ad, attempt.clock, attempt.world).body).not.toEqual(serveAd(market, ad, attempt.clock).body);
  });
});

describe('Gone by noon', () => {
  it('leaves nothing to capture where the removal came first', () => {
    const { clock, world } = playBy(NOON, ['a', 'preserve-gone']);
    const { market } = NOON.material;

    const sent = preservationTargets(NOON.answers).map((ad) => serveAd(market, ad, clock, world).status);

    expect(sent.length).toBeGreaterThan(2);
    expect(new Set(sent)).toEqual(new Set([404]));
  });

  it('offers no letter that still helps after the removal', () => {
    const { scenario } = NOON.material;
    const after = playBy(NOON, ['a', 'preserve-gone', 'request-gone']);
    const offered = offeredOptions(scenario, after).map(({ id }) => id);

    expect(offered).toEqual(['on']);
  });
});

describe('Two addresses', () => {
  const { material, answers } = TWO;
  const { market, scenario } = material;
  const targets = preservationTargets(answers);
  const log = play(TWO, 'oracle');
  const attempt = replayAttempt({ scenario, market, kinds: KINDS }, log);
  const workbench = attempt.responses['bench'] as PreservationResponse;

  it('redirects every target address to the mirror, and records the source', () => {
    const { clock, world } = playBy(TWO, ['preserve']);

    for (const ad of targets) {
      const served = serveAd(market, ad, clock, world);
      expect(served.redirects).toMatchObject([
        { url: serveAd(market, ad, clock).url, headers: { location: served.url } },
      ]);
      expect(new URL(served.url).host).toBe('work-collected.example');
      expect(served.status).toBe(200);
    }
  });

  it('has a workstation clock that is minutes behind, and a best play with correct case times', () => {
    const checked = workbench.acts.find((act) => act.type === 'clock.checked');

    expect(checked).toMatchObject({ offsetSeconds: -412 });
    for (const { record, capturedAt } of workbench.items) expect(record?.time).toBe(capturedAt);
  });

  it('packs both addresses of each page, without a fault', () => {
    const [locker] = lockersOfAttempt({ ...material, title: material.source.title }, log);
    if (!locker) throw new Error('The bench kept nothing.');

    expect(new Set(locker.items.map(({ facts }) => facts.adId))).toEqual(new Set(targets));
    for (const { facts } of locker.items) {
      expect(facts.redirects).toEqual([facts.url]);
      expect(facts.finalUrl).not.toBe(facts.url);
      expect(recordGaps(facts, facts.capturedAtUtc)).toEqual([]);
    }
    expect(readFaults(locker).map(({ code }) => code)).not.toContain('E14');
  });
});
