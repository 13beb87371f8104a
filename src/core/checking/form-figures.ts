import type { RatedDecision } from './decisions-with-ratings.ts';
import { picksOf, STRATEGIES, type Strategy } from './form-strategies.ts';
import { givesReason } from './option-form.ts';

/** What part of the choices is good, and what part harmful or red: 0 to 1 each. */
export interface Picked {
  readonly good: number;
  readonly harm: number;
}

/** What ways to choose that read no meaning come to over some decisions, each decision counted once. */
export interface FormFigures {
  readonly decisions: number;
  /** What a choice at random comes to, as an expectation. */
  readonly chance: Picked;
  /** An option that a way cannot tell from others counts as the share among these: no figure depends on luck. */
  readonly strategies: Readonly<Record<Strategy, Picked>>;
  readonly reasons: ReasonFigures;
}

/** How the options that say why compare with all. */
export interface ReasonFigures {
  readonly options: number;
  /** How many of all options are harmful or red. */
  readonly harmful: number;
  readonly giving: number;
  readonly givingHarmful: number;
}

type Options = RatedDecision['options'];

export const isGood = ({ rating }: Options[number]) => rating === 'good';
export const isHarm = ({ rating }: Options[number]) => rating === 'harmful' || rating === 'red';

/** The options that a way to choose cannot tell from each other, and takes one of. */
export function pickedBy(strategy: Strategy, { options }: RatedDecision): Options {
  const texts = options.map(({ text }) => text);
  return picksOf(strategy, texts).flatMap((place) => options[place] ?? []);
}

/** What each way to choose comes to over these decisions; conditions under which an option is offered are not looked at. */
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

/** What part of these options is so, 0 to 1; 0 of none. */
export function shareOf(options: Options, is: (option: Options[number]) => boolean): number {
  return options.length === 0 ? 0 : options.filter(is).length / options.length;
}
