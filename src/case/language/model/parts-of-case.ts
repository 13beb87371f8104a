import { type CompiledScenario, ratedStates } from '#case/language/model/compiled-scenario.ts';
import type { RoomPart } from './room-parts.ts';

/**
 * When answers open: `in-debrief`, all together with the last part, so that no team learns them from the screen of
 * another one; `at-once`, those of a decision with its part, as when a case is played alone.
 */
export type AnswersOpen = 'in-debrief' | 'at-once';

/** The files of the key of a case by their names; `decision` names the file of one decision. */
export interface KeyFileNames {
  readonly all: readonly string[];
  decision(state: string): string;
}

/** Containers of scenes; none of them is shown. */
const CONTAINERS: ReadonlySet<string> = new Set(['group', 'parallel', 'region', 'done']);

/**
 * The parts of a case in which a facilitator releases it: the stages of its author, in their order. A stage without a
 * scene is left out.
 */
export function partsOfCase(scenario: CompiledScenario, key: KeyFileNames, answers: AnswersOpen): RoomPart[] {
  const rated = new Set(ratedStates(scenario).map(([id]) => id));
  const scenes = Object.entries(scenario.states).filter(([, { type }]) => !CONTAINERS.has(type));
  const parts = scenario.stages
    .map(({ id, title }) => {
      const own = scenes.filter(([, { stage }]) => stage === id);
      const decisions = own.filter(([, state]) => 'options' in state && state.options.length > 0);
      return { id, title, states: own.map(([state]) => state), decisions: decisions.map(([state]) => state) };
    })
    .filter(({ states }) => states.length > 0);
  const early = (states: readonly string[]) =>
    answers === 'in-debrief'
      ? []
      : states
          .filter((state) => rated.has(state))
          .map((state) => key.decision(state))
          .filter((name) => key.all.includes(name));
  const opened = new Set(parts.slice(0, -1).flatMap(({ states }) => early(states)));
  return parts.map((part, at) => ({
    ...part,
    keyParts: at < parts.length - 1 ? early(part.states) : key.all.filter((name) => !opened.has(name)),
  }));
}
