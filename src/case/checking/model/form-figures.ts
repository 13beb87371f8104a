import type { RatedDecision } from './decisions-with-ratings.ts';
import { picksOf, STRATEGIES, type Strategy } from './form-strategies.ts';
import { givesReason } from './option-form.ts';

/** Share of good choices, and share of harmful or red ones: 0 to 1 each. */
export interface Picked {
  readonly good: number;
  readonly harm: number;
}

/** Results of meaning-blind strategies over some decisions, each decision counted once. */
export interface FormFigures {
  readonly decisions: number;
  /** Expected result of a random choice. */
  readonly chance: Picked;
  /** If a strategy has a tie, it counts the share among the tied options: no figure depends on luck. */
  readonly strategies: Readonly<Record<Strategy, Picked>>;
  readonly reasons: ReasonFigures;
}

/** How the options that give a reason compare with all. */
export interface ReasonFigures {
  readonly options: number;
  /** Number of harmful or red options among all. */
  readonly harmful: number;
  readonly giving: number;
  readonly givingHarmful: number;
}

type Options = RatedDecision['options'];

export const isGood = ({ rating }: Options[number]) => rating === 'good';
export const isHarm = ({ rating }: Options[number]) => rating === 'harmful' || rating === 'red';

/** The options that tie for a strategy, of which it takes one. */
export function pickedBy(strategy: Strategy, { options }: RatedDecision): Options {
  const texts = options.map(({ text }) => text);
  return picksOf(strategy, texts).flatMap((place) => options[place] ?? []);
}

/** Measures each strategy over these decisions; guards of options are ignored. */
export function measureForms(decisions: readonly RatedDecision[]): FormFigures {
  const options = decisions.flatMap((decision) => decision.options);
  const giving = options.filter(({ text }) => givesReason(text));
  return {
    decisions: decisions.length,
    chance: meanOver(decisions, (decision) => decision.options),
    strategies: Object.fromEntries(
      STRATEGIES.map((strategy) => [strategy, meanOver(decisions, (decision) => pickedBy(strategy, decision))]),
    ) as Record<Strategy, Picked>,
    reasons: {
      options: options.length,
      harmful: options.filter(isHarm).length,
      giving: giving.length,
      givingHarmful: giving.filter(isHarm).length,
    },
  };
}

function meanOver(decisions: readonly RatedDecision[], taken: (decision: RatedDecision) => Options): Picked {
  const mean = (is: (option: Options[number]) => boolean) =>
    decisions.reduce((sum, decision) => sum + shareOf(taken(decision), is), 0) / Math.max(1, decisions.length);
  return { good: mean(isGood), harm: mean(isHarm) };
}

/** Share of these options that meet the condition, 0 to 1; 0 of none. */
export function shareOf(options: Options, is: (option: Options[number]) => boolean): number {
  return options.length === 0 ? 0 : options.filter(is).length / options.length;
}
