import {
  type AttemptEvent,
  type AttemptHeader,
  type AttemptLog,
  type AttemptStep,
  recordEvent,
} from '#case/attempt/model/attempt-log.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import { type AttemptState, createReplay, offeredOptions, stateOf } from '#case/attempt/model/replay-attempt.ts';
import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import type { DetectionAction } from '#kinds/detection/model/play.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { withKinds } from './kinds.ts';

type Act = DetectionAction | PreservationAction;

/** A header as a fresh attempt gets it. */
export function aHeader({ scenario, market }: Pick<CaseMaterial, 'scenario' | 'market'>): AttemptHeader {
  return {
    schema: 'attempt/1',
    id: 'attempt-1',
    scenario: scenario.id,
    scenarioHash: scenario.hash,
    marketId: market.marketId,
    generatorVersion: market.generatorVersion,
    locale: 'en',
    wall: '2026-01-01T00:00:00.000Z',
  };
}

/** An attempt that is played step by step; each step may be chained. */
export class AnAttempt {
  readonly #material: Pick<CaseMaterial, 'scenario' | 'market'>;
  readonly #events: AttemptEvent[] = [];
  readonly #replay;
  state: AttemptState;

  constructor(material: Pick<CaseMaterial, 'scenario' | 'market'>) {
    this.#material = material;
    this.#replay = createReplay(withKinds(material));
    this.state = this.#replay.start();
  }

  get log(): AttemptLog {
    return { header: aHeader(this.#material), events: [...this.#events] };
  }

  get offered(): string[] {
    return offeredOptions(this.#material.scenario, this.state).map(({ id }) => id);
  }

  /** Records one step at the case's own time. */
  does(step: AttemptStep): this {
    const event = recordEvent(this.log, step, this.state.clock, '2026-01-01T00:00:00.000Z');
    this.state = this.#replay.advance(this.state, event);
    this.#events.push(event);
    return this;
  }

  continues(): this {
    return this.does({ type: 'scene.continued', state: this.state.state });
  }

  chooses(...options: readonly string[]): this {
    for (const option of options) this.does({ type: 'decision.made', state: this.state.state, option });
    return this;
  }

  acts(...actions: readonly Act[]): this {
    for (const action of actions)
      this.does({ type: 'exercise.acted', state: this.state.state, action: action as unknown as ExerciseAction });
    return this;
  }

  commits(...actions: readonly Act[]): this {
    return this.acts(...actions).does({ type: 'exercise.committed', state: this.state.state });
  }

  /** Goes through everything that is no decision, without doing anything in an exercise. */
  passesOn(): this {
    for (;;) {
      const { type } = stateOf(this.#material.scenario, this.state.state);
      if (type === 'narrative') this.continues();
      else if (type === 'exercise') this.commits();
      else return this;
    }
  }

  /** Plays to an end, each choice taken from the list of draws. */
  wanders(draws: readonly number[]): this {
    for (const draw of draws) {
      if (this.passesOn().state.ended) return this;
      this.chooses(this.offered[draw % this.offered.length] as string);
    }
    return this;
  }
}

/** A new attempt at the case. */
export const anAttempt = (material: Pick<CaseMaterial, 'scenario' | 'market'>) => new AnAttempt(material);
