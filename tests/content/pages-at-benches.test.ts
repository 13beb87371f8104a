import { describe, expect, it } from 'vitest';
import type { AttemptEvent } from '#case/attempt/model/attempt-log.ts';
import { type AttemptState, createReplay, stateOf } from '#case/attempt/model/replay-attempt.ts';
import { hasExercise } from '#case/language/model/compiled-scenario.ts';
import { type Scenes, scenesOf } from '#case/language/model/scenes.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import type { Market } from '#market/ads/model/market.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { possibleSteps } from '../support/builders/a-wanderer.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const loaded = loadProject(PROJECT, KINDS);
const cases = loaded.ok ? loaded.value.cases : [];
const withBench = cases.filter(
  ({ scenario, source }) => hasExercise(scenario, 'preservation') && source.world.length > 0,
);

type Case = (typeof cases)[number];

/** State of a page: as drawn, changed by the story, or removed. */
type Standing = 'as it was' | 'edited' | 'gone';

const GONE = /\b(?:gone|no longer there|do not exist any more)\b/;
const EDITED = /\bone sentence (?:less|is missing)\b/i;

/** What a consequence says of the pages under the number of the story. */
function said(then: string): Standing {
  if (EDITED.test(then)) return 'edited';
  return GONE.test(then) ? 'gone' : 'as it was';
}

function standingOf(market: Market, ad: string, { clock, world }: AttemptState): Standing {
  if (serveAd(market, ad, clock, world).status === 404) return 'gone';
  const isEdited = world.some((change) => change.ad === ad && change.change === 'edited' && change.at <= clock);
  return isEdited ? 'edited' : 'as it was';
}

/** An option that was chosen on some way through a case, with where the case stands right after it. */
interface Chosen {
  readonly state: string;
  readonly option: string;
  readonly then: string;
  readonly after: AttemptState;
}

/** Every option with every time and world in which it can be chosen, without any act in an exercise. */
function everyChoice({ scenario, market, source }: Case): Chosen[] {
  const { start, advance } = createReplay({ scenario, market, kinds: KINDS });
  const scenes: Scenes = scenesOf(source);
  const chosen: Chosen[] = [];
  const seen = new Set<string>();
  const open = [start()];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { active, combination, clock, due, world } = at;
    const name = JSON.stringify([active, combination, clock, due, world]);
    if (seen.has(name) || at.ended) continue;
    seen.add(name);
    for (const step of possibleSteps(scenario, at)) {
      if (['exercise.acted', 'hint.taken', 'timer.extended'].includes(step.type)) continue;
      const event = { ...step, seq: 1, at: clock, wall: '', prev: '', hash: '' } as AttemptEvent;
      const after = advance(at, event);
      open.push(after);
      if (step.type !== 'decision.made') continue;
      const then = scenes[step.state]?.options.find(({ id }) => id === step.option)?.then ?? '';
      chosen.push({ state: step.state, option: step.option, then, after });
    }
  }
  return chosen;
}

const isBench = ({ scenario }: Case, id: string) => {
  const state = stateOf(scenario, id);
  return state.type === 'exercise' && state.kind === 'preservation';
};

const subjectsOf = ({ source, market }: Case) => [
  ...new Set(source.world.flatMap(({ sharingPhoneWith }) => adsSharingPhone(market, sharingPhoneWith))),
];

describe('what a story says about the pages with its number', () => {
  it.each(withBench)('$source.id: agrees with what each bench shows, on every path to it', (tried) => {
    const arrivals = everyChoice(tried).filter(({ after }) => isBench(tried, after.state));

    const untrue = arrivals.flatMap(({ option, then, after }) =>
      subjectsOf(tried)
        .map((ad) => ({ option, ad, says: said(then), shows: standingOf(tried.market, ad, after), at: after.clock }))
        .filter(({ says, shows }) => says !== shows),
    );

    expect(arrivals.length).toBeGreaterThan(0);
    expect(untrue).toEqual([]);
  });

  it.each(withBench)('$source.id: an act that is said to remove or edit pages ends when they change', (tried) => {
    const told = everyChoice(tried).filter(
      ({ then, after }) => after.world.length > 0 && /\b(?:pages?|ads)\b/.test(then) && said(then) !== 'as it was',
    );

    const untrue = told.flatMap(({ state, option, then, after }) =>
      subjectsOf(tried)
        .map((ad) => ({
          state,
          option,
          says: said(then),
          shows: standingOf(tried.market, ad, after),
          at: after.clock,
        }))
        .filter((found) => found.says !== found.shows),
    );

    expect(untrue).toEqual([]);
  });
});

describe('Two addresses, with the report first', () => {
  const two = cases.find(({ source }) => source.id === 'two-addresses') as Case;

  it('still redirects each address to the mirror, where the page is removed', () => {
    const arrivals = everyChoice(two).filter(({ option }) => option === 'preserve-gone');

    expect(arrivals.length).toBeGreaterThan(0);
    for (const { after } of arrivals)
      for (const ad of subjectsOf(two)) {
        const served = serveAd(two.market, ad, after.clock, after.world);

        expect(served.status).toBe(404);
        expect(new URL(served.url).host).toBe('work-collected.example');
        expect(served.redirects?.map(({ status, headers }) => [status, headers['location']])).toEqual([
          [302, served.url],
        ]);
      }
  });

  it('has a report that ends when the pages are removed', () => {
    const reports = everyChoice(two).filter(({ option }) => option === 'notify');

    expect(reports.length).toBeGreaterThan(0);
    for (const { after } of reports)
      for (const ad of subjectsOf(two)) expect(serveAd(two.market, ad, after.clock, after.world).status).toBe(404);
  });
});
