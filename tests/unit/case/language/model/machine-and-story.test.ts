import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { activeIn, type StateValue } from '#case/attempt/model/active-states.ts';
import { type CompiledScenario, initialCombination } from '#case/language/model/compiled-scenario.ts';
import { createMachine, type ScenarioEvent } from '#case/language/model/create-machine.ts';
import { createStory } from '#case/language/model/story.ts';
import { anyScenario } from '../../../../support/builders/any-scenario.ts';
import { compiledFrom } from '../../../../support/builders/compiled-from.ts';
import { theCase } from '../../../../support/builders/the-library.ts';
import { inFull } from '../../../../support/in-full.ts';

const STORIES = inFull(200, 40);
const EVENTS_PER_STORY = 500;

/** Any event that names a state of the story; most of them are possible nowhere near where it stands. */
function eventAt(
  scenario: CompiledScenario,
  active: readonly string[],
  draw: (below: number) => number,
): ScenarioEvent {
  const all = Object.keys(scenario.states);
  const id = draw(4) > 0 ? (active[draw(active.length)] as string) : (all[draw(all.length)] as string);
  const state = scenario.states[id];
  const options = state && 'options' in state ? state.options : [];
  const types = ['scene.continued', 'exercise.committed', 'timer.elapsed'] as const;
  if (draw(5) === 0) return { type: types[draw(3)] as (typeof types)[number], state: id };
  if (state?.type === 'exercise') return { type: 'exercise.committed', state: id };
  if (state?.type === 'timer' && draw(2) === 0) return { type: 'timer.elapsed', state: id };
  if (options.length === 0) return { type: 'scene.continued', state: id };
  return { type: 'option.chosen', state: id, option: options[draw(options.length)]?.id ?? '' };
}

const where = (active: readonly string[], combination: number, ended: boolean) =>
  `${active.join(' + ')} in ${combination}${ended ? ', ended' : ''}`;

/** Gives the same events to the statechart that plays and to the tables that are checked; begins again after an end. */
function bothGo(scenario: CompiledScenario, events: number, draw: (below: number) => number): number {
  const machine = createMachine(scenario);
  const story = createStory(scenario);
  const [begun] = initialTransition(machine);
  let snapshot = begun;
  let configuration = story.start;
  let combination = initialCombination(scenario);
  let taken = 0;
  for (let n = 0; n < events; n++) {
    const event = eventAt(scenario, configuration.active, draw);
    const move = configuration.moves.find(
      ({ state, type, option, open }) =>
        state === event.state &&
        type === event.type &&
        (event.type !== 'option.chosen' || option?.id === event.option) &&
        (!open || open[combination] === 1),
    );
    const isDone = snapshot.status === 'done';
    if (!isDone) [snapshot] = transition(machine, snapshot, event);
    if (move) {
      configuration = move.to;
      combination = move.becomes?.[combination] ?? combination;
      taken++;
    }
    const played = where(
      activeIn(snapshot.value as StateValue),
      snapshot.context.combination,
      snapshot.status === 'done',
    );
    const checked = where(configuration.active, combination, configuration.ended);
    // Said by hand, because so many expectations take longer than what they expect.
    if (played !== checked)
      expect.fail(`After ${JSON.stringify(event)} ${played} is played and ${checked} is checked.`);
    if (!configuration.ended) continue;
    snapshot = begun;
    configuration = story.start;
    combination = initialCombination(scenario);
  }
  return taken;
}

describe('the statechart that a browser plays and the tables that are checked', () => {
  it('are in the same states after each of many thousand events', () => {
    let taken = 0;
    fc.assert(
      fc.property(anyScenario({ loops: true }), fc.infiniteStream(fc.nat(10_000)), (source, stream) => {
        const draw = (below: number) => (stream.next().value as number) % below;
        taken += bothGo(compiledFrom(source), EVENTS_PER_STORY, draw);
      }),
      { numRuns: STORIES, endOnFailure: true },
    );

    // A comparison in which hardly anything happened would prove little.
    expect(taken).toBeGreaterThan((STORIES * EVENTS_PER_STORY) / 4);
  });

  it('agree on the shipped case', () => {
    const { scenario } = theCase().material;
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(10_000)), (stream) => {
        bothGo(scenario, 400, (below) => (stream.next().value as number) % below);
      }),
      { numRuns: 10 },
    );
  });
});
