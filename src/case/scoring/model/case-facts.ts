import { actsDone } from '#case/attempt/model/acts-done.ts';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { emptyCaptures } from '#case/attempt/model/captured-pages.ts';
import { picturedPages } from '#case/attempt/model/pictured-pages.ts';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { Act, DoneAct } from '#case/exercise/model/acts.ts';
import type { OvertakenPages, SecondChance } from '#case/exercise/model/page-rules.ts';
import { actsIn } from '#case/language/model/compiled-scenario.ts';
import { countCommonSteps, type StoryStep } from '#case/language/model/same-step.ts';
import { overtakenPages } from './overtaken-pages.ts';
import { type PairFact, pairOutcomes } from './pair-outcomes.ts';
import type { AnswerKey, Rating } from './schemas.ts';
import { ratingOf } from './score-path.ts';
import type { ScoredMaterial } from './scored-material.ts';
import { secondChances } from './second-chances.ts';

/** A choice that the key rates, including options of timers. */
export interface RatedStep {
  readonly state: string;
  readonly title: string;
  readonly option: string;
  readonly rating: Rating;
  readonly seq: number;
  /** Sum of what the step takes away from the meters of the key, below 0; left out if it takes nothing away. */
  readonly harm?: number;
}

/**
 * What happened in a case, computed from its log and its key alone; every sentence about the whole case rests on these
 * facts.
 */
export interface CaseFacts {
  readonly ended: boolean;
  /** Rated choices in the order in which they were made. */
  readonly rated: readonly RatedStep[];
  /** True if the key rates anything at all. */
  readonly decides: boolean;
  /** True if after the last step over a red line no choice or act followed, only the steps to the end. */
  readonly stoppedAtRed: boolean;
  /** True if a closed card was copied at a workbench, which crosses a red line outside of any decision. */
  readonly copiedClosedCard: boolean;
  /** The first event that copied a card, with the title of its workbench; left out if there is none. */
  readonly cardCopy?: CardCopy;
  /** Events before which the attempt could still take another course, earliest first. */
  readonly chances: readonly SecondChance[];
  /** Acts that the case offers. */
  readonly offered: readonly Act[];
  /** Acts that were done, each with its event; an act can be done more than once. */
  readonly done: readonly DoneAct[];
  /** The pairs of acts whose order the key prescribes; empty if it prescribes none. */
  readonly pairs: readonly PairFact[];
  /** Reports and contacts after which pages that had not been captured were changed or deleted. */
  readonly overtaken: readonly OvertakenPages[];
  /** Numbers of the events that took a picture of a page: a picture does not count as an act in the order. */
  readonly pictures: readonly number[];
  /**
   * Numbers of the events that captured only the answer that the page no longer exists: these do not count as acts in
   * the order.
   */
  readonly empty: readonly number[];
  /** Number of steps of the model path, and how many of them were taken, in any order. */
  readonly model: { readonly of: number; readonly same: number };
  /** Acts of the model path: in the story, at a workbench, or in a letter that the key asks for. */
  readonly modelActs: readonly Act[];
  /** Number of hints taken, and their total cost. */
  readonly hints: { readonly taken: number; readonly cost: number };
}

/** Event and scene in which a closed card was copied. */
export type CardCopy = Pick<SecondChance, 'seq' | 'step'>;

interface CaseSoFar {
  readonly log: AttemptLog;
  readonly attempt: AttemptState;
  readonly material: ScoredMaterial;
  readonly key: AnswerKey;
  /** Every choice, with the title of its scene. */
  readonly path: readonly (Omit<RatedStep, 'rating'> & StoryStep)[];
  readonly model: readonly StoryStep[];
  readonly copiedClosedCard: boolean;
  readonly cardCopy?: CardCopy | undefined;
}

/** Builds the facts of a whole case. */
export function caseFacts(so: CaseSoFar): CaseFacts {
  const { log, attempt, material, key, path, model, copiedClosedCard, cardCopy } = so;
  const rated = path.flatMap(({ state, title, option, seq }): RatedStep[] => {
    const rating = ratingOf(key, state, option);
    if (!rating) return [];
    const harm = harmOf(key, state, option);
    return [{ state, title, option, rating, seq, ...(harm < 0 && { harm }) }];
  });
  const red = rated.findLast(({ rating }) => rating === 'red');
  const done = actsDone(material, attempt);
  return {
    ended: attempt.ended,
    rated,
    decides: Object.keys(key.decisions).length > 0,
    stoppedAtRed: red !== undefined && attempt.ended && !log.events.some((event) => isWork(event, red.seq)),
    copiedClosedCard,
    ...(cardCopy && { cardCopy }),
    chances: secondChances(log, material),
    offered: [...actsIn(material.scenario)],
    done,
    overtaken: overtakenPages(material, attempt, path),
    pictures: picturedPages(material, attempt).map(({ seq }) => seq),
    empty: emptyCaptures(material, attempt).map(({ seq }) => seq),
    pairs: key.order ? pairOutcomes(key.order.before, done) : [],
    model: { of: model.length, same: countCommonSteps(model, path) },
    modelActs: modelActs(model, key, material.kinds),
    hints: { taken: attempt.hints.length, cost: attempt.hints.reduce((sum, { cost }) => sum + cost, 0) },
  };
}

/** Sum of the changes below 0 of the meters by an option. */
const harmOf = ({ decisions }: AnswerKey, state: string, option: string): number =>
  Object.values(decisions[state]?.options[option]?.meters ?? {}).reduce((sum, change) => sum + Math.min(0, change), 0);

/** The acts of the model path, without duplicates. */
function modelActs(model: readonly StoryStep[], key: AnswerKey, { scores }: ScoredMaterial['kinds']): Act[] {
  const askedFor = scores.entries().flatMap(([, { actsAskedFor }]) => actsAskedFor?.(key) ?? []);
  return [...new Set([...model.flatMap(({ act }) => act ?? []), ...askedFor])];
}

/** True for a choice, or an act in an exercise, after that event. */
const isWork = ({ type, seq }: AttemptLog['events'][number], after: number) =>
  seq > after && (type === 'decision.made' || type === 'exercise.acted');
