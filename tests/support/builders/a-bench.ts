import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import type { ScoreContext } from '#case/exercise/model/exercise-kind.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { preservationKey } from '#kinds/preservation/model/key.ts';
import {
  MINUTES_PER_ACT,
  type PreservationAction,
  type PreservationResponse,
  playPreservation,
} from '#kinds/preservation/model/play.ts';
import { gradeWorkbench } from '#kinds/preservation/model/score-rubric.ts';
import { type WorkbenchKey, workbenchFacts } from '#kinds/preservation/model/workbench-facts.ts';
import { preserveAll } from '#kinds/preservation/use-cases/preserve-all.ts';
import { theCase } from './the-library.ts';

/** An act with the moment and the place in the log at which it is done; taking others out moves neither. */
export interface TimedAct {
  readonly action: PreservationAction;
  readonly at: Instant;
  readonly seq: number;
}

const { material, answers } = theCase();
export const { market } = material;
const attempt = { ...createReplay(material).start(), state: 'preserve' };
const table: Table = { material, answers, attempt };
export const KEY: WorkbenchKey = preservationKey(answers);
/** Case time of the first act. */
export const BEGINS = attempt.clock;
const FIRST_SEQ = 101;

/** Everything that good practice asks for over the network of the shipped case, as the reference player does it. */
export const FULL: readonly TimedAct[] = preserveAll(table).map((action, n) => ({
  action,
  at: addMinutes(BEGINS, n * MINUTES_PER_ACT),
  seq: FIRST_SEQ + n,
}));

export const PERSON = { actor: 'Analyst 4', role: 'analyst' } as const;

/** An act at the very beginning, or at the very end. */
export const early = (action: PreservationAction): TimedAct => ({ action, at: BEGINS, seq: FIRST_SEQ - 1 });
export const late = (action: PreservationAction, n = 0): TimedAct => ({
  action,
  at: addMinutes(BEGINS, FULL.length + n),
  seq: FIRST_SEQ + FULL.length + n,
});

/** The response that these acts leave, in the order of their places. */
export function responseOf(acts: readonly TimedAct[]): PreservationResponse {
  return acts
    .toSorted((a, b) => a.seq - b.seq)
    .reduce(
      (response, { action, at, seq }) => playPreservation.reduce(response, action as never, { at, seq }),
      playPreservation.empty,
    );
}

/** The rubric of a workbench on which these acts were done. */
export function graded(acts: readonly TimedAct[], key: WorkbenchKey = KEY, context: Partial<ScoreContext> = {}) {
  return gradeWorkbench(workbenchFacts(responseOf(acts), key, { market, world: [], evidence: [], ...context }));
}

/** The full log without the acts for which `holds` says so. */
export const without = (holds: (action: PreservationAction) => boolean) => FULL.filter(({ action }) => !holds(action));

/** The full log with the acts of one type changed; those that the change leaves out stay as they are. */
export function changed<Type extends PreservationAction['type']>(
  type: Type,
  change: (
    action: Extract<PreservationAction, { type: Type }>,
    at: Instant,
  ) => Partial<Extract<PreservationAction, { type: Type }>>,
): TimedAct[] {
  return FULL.map((done) =>
    done.action.type === type
      ? { ...done, action: { ...done.action, ...change(done.action as never, done.at) } as PreservationAction }
      : done,
  );
}
