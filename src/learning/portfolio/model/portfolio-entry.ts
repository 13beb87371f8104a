import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { KeptResult } from '#case/debrief/model/kept-result.ts';
import type { HandledWork } from '#case/exercise/model/handled.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { PortfolioPart } from '#case/exercise/model/portfolio.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';

/** One attempt of this device, as its portfolio shows it. */
export interface PortfolioEntry {
  readonly attempt: string;
  readonly scenario: string;
  readonly title: string;
  /** `other-version`: made at another text, market or generator, or unreadable; it is not scored any more. */
  readonly state: 'begun' | 'done' | 'other-version';
  /** Which attempt at this case it is among those of the device, from 1 on; left out where it is the only one. */
  readonly number?: number;
  /** Day of the last entry of its log, as YYYY-MM-DD in UTC; empty where the log does not say. */
  readonly day: string;
  /** The language in which it was played, as a tag; empty where the log does not say. */
  readonly language: string;
  /** True for an attempt that took over a part of an earlier one. */
  readonly retry: boolean;
  /** Set if it came to this device in a file. */
  readonly fromFile?: true;
  /** How much of it was handled; left out where its log cannot be read. */
  readonly handled?: HandledWork;
  /** Left out where it has not ended, or no marks of it are kept. */
  readonly result?: KeptResult;
  /** The trainee's own work, exercise by exercise. */
  readonly parts: readonly PortfolioPart[];
}

/** The trainee's own work in the exercises of an attempt, by the kinds that have some. */
export function portfolioParts(
  { states }: Pick<CompiledScenario, 'states'>,
  responses: Readonly<Record<string, unknown>>,
  { says }: Pick<Kinds, 'says'>,
): PortfolioPart[] {
  return Object.entries(responses).flatMap(([id, response]) => {
    const state = Object.hasOwn(states, id) ? states[id] : undefined;
    if (state?.type !== 'exercise') return [];
    return says.of(state.kind)?.portfolioOf?.(response, state.brief ?? {}) ?? [];
  });
}

/** Moment of the last entry of a log; of an empty log, of its beginning. */
export const lastWallOf = ({ header, events }: AttemptLog): string => events.at(-1)?.wall ?? header.wall;

/** Day of the last entry of a log; of an empty log, of its beginning. */
export const dayOfLog = (log: AttemptLog): string => lastWallOf(log).slice(0, 10);
