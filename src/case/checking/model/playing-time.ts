import type { Kinds } from '#case/exercise/model/kinds.ts';
import {
  NO_TIME,
  readingBetween,
  readingTime,
  sumOf,
  type TimeSpan,
  timesOf,
  wordsIn,
} from '#case/exercise/model/time-span.ts';
import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { exploreStory, initialSituation } from '#case/language/model/explore-story.ts';
import type { Role } from '#case/language/model/role.ts';
import { type Scene, type Scenes, sceneFor } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { createStory, type StoryMove } from '#case/language/model/story.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { Market } from '#market/ads/model/market.ts';
import { exerciseTime } from './exercise-time.ts';
import { type SensibleStep, sensiblePath, type WalkedPath } from './sensible-path.ts';

/** A case in which the check found no error. */
export interface TimedCase {
  readonly source: Scenario;
  /** The texts of its states. */
  readonly scenes: Scenes;
  readonly compiled: CompiledScenario;
  readonly market: Market;
  readonly key?: AnswerKey | undefined;
  readonly kinds: Pick<Kinds, 'builds'>;
}

/** Whole minutes, multiples of five, as announced to a trainee who starts a case. */
export interface PlayingTime {
  readonly from: number;
  readonly to: number;
}

/** Seconds to find a button and press it. */
const CLICK_SECONDS: TimeSpan = { least: 1, most: 3 };
/** Seconds to think about a rated decision, after reading all its options. */
const RATED_CHOICE_SECONDS: TimeSpan = { least: 50, most: 60 };
/** Seconds to choose what to do next, and to look again at a scene that was read before. */
const UNRATED_CHOICE_SECONDS: TimeSpan = { least: 5, most: 10 };
/** Words on the first page of a debrief; and on the pages of each exercise, which careful readers open. */
const WORDS_OF_DEBRIEF = 200;
const WORDS_OF_EXERCISE_DEBRIEF: TimeSpan = { least: 200, most: 300 };
/** Rounding in minutes: no estimate of this kind is more exact. */
const ROUND_TO_MINUTES = 5;
/**
 * Minimum ratio of the two times: readers differ by at least a fifth, even if there is only one path and one way to do
 * the work.
 */
const MIN_SPREAD = 1.2;

/**
 * Playing time of a case in minutes, computed from its content: reading at 180 words a minute (role, scenes, dialogue,
 * questions, options, consequences, the last words, the debrief), a click for each step, time to think for each
 * decision, and the work at each exercise (`exerciseTime`). `from`: a brisk trainee on the shortest sensible path who
 * does what is needed and reads in the debrief what was chosen. `to`: a careful one on the longest sensible path who
 * does and reads everything. A path is sensible if no choice on it is harmful or red; without a key every path is.
 * Hints, pauses and the safety page before a case are not counted. Rounded to five minutes; `to` is at least a fifth,
 * and at least five minutes, above `from`.
 */
export function playingMinutes(timed: TimedCase): PlayingTime {
  const span = playingSeconds(timed);
  const rounded = (seconds: number) => ROUND_TO_MINUTES * Math.round(seconds / 60 / ROUND_TO_MINUTES);
  const from = Math.max(ROUND_TO_MINUTES, rounded(span.least));
  return { from, to: Math.max(from + ROUND_TO_MINUTES, rounded(Math.max(span.most, MIN_SPREAD * span.least))) };
}

/** The same in seconds, not rounded. */
export function playingSeconds(timed: TimedCase): TimeSpan {
  const { compiled, key } = timed;
  const story = createStory(compiled);
  const roles = compiled.roles ?? [undefined];
  const exploration = exploreStory(
    story,
    roles.map((role) => initialSituation(story, role)),
  );
  const timeOf = createTimes(timed);
  const spans = (['least', 'most'] as const).map((end) => {
    const path = sensiblePath(exploration, timeOf.firstTime, end, key);
    return timeOf.path(path)[end];
  });
  return { least: spans[0] ?? 0, most: spans[1] ?? 0 };
}

function createTimes({ source, scenes, compiled, market, key, kinds }: TimedCase) {
  const worked = new Map<string, TimeSpan>();
  const workAt = (id: string): TimeSpan => {
    const state = compiled.states[id];
    if (state?.type !== 'exercise') return NO_TIME;
    const known = worked.get(id);
    if (known) return known;
    const counted = exerciseTime({ kind: state.kind, brief: state.brief ?? {} }, market, kinds, key);
    worked.set(id, counted);
    return counted;
  };

  /** Time of a step whose scene is read for the first time. */
  const firstTime = ({ move, role }: SensibleStep): TimeSpan => {
    const scene = sceneOf(scenes, move.state, role);
    return sumOf([readingTime(wordsOfScene(scene)), timeOfMove(move, scene)]);
  };

  /** Time for the action in a scene that has been read: work, or a choice and reading its consequence. */
  function timeOfMove({ state, option }: StoryMove, scene: Scene | undefined): TimeSpan {
    if (!option) return sumOf([workAt(state), CLICK_SECONDS]);
    const then = scene?.options.find(({ id }) => id === option.id)?.then;
    const isRated = key !== undefined && Object.hasOwn(key.decisions, state);
    return sumOf([
      isRated ? RATED_CHOICE_SECONDS : UNRATED_CHOICE_SECONDS,
      timesOf(CLICK_SECONDS, 2),
      readingTime(wordsIn(then)),
    ]);
  }

  /** Time of a whole path. A scene that is visited again is looked over, not read again. */
  function path({ steps, end, role }: WalkedPath): TimeSpan {
    const seen = new Set<string>();
    const spans = steps.map((step) => {
      const { move } = step;
      if (!seen.has(move.state)) {
        seen.add(move.state);
        return firstTime(step);
      }
      return sumOf([UNRATED_CHOICE_SECONDS, timeOfMove(move, sceneOf(scenes, move.state, step.role))]);
    });
    const last = sceneOf(scenes, end, role);
    return sumOf([
      readingTime(wordsOfBriefing(source, role)),
      CLICK_SECONDS,
      ...spans,
      readingTime(wordsOfScene(last)),
      CLICK_SECONDS,
      debriefTime(compiled, steps, key),
    ]);
  }

  return { firstTime, path };
}

function sceneOf(scenes: Scenes, state: string, role: Role | undefined): Scene | undefined {
  const scene = scenes[state];
  return scene && sceneFor(scene, role);
}

/** All words of a scene before its action. Options that occur twice, under different guards, are read once. */
function wordsOfScene(scene: Scene | undefined): number {
  if (!scene) return 0;
  const { title, text, talk, question, note, from, notice, options } = scene;
  const told = new Set(options.map((option) => option.text));
  return wordsIn(title, text, question, note, from, notice, ...talk.flatMap(({ who, says }) => [who, says]), ...told);
}

function wordsOfBriefing({ title, summary, role: usual, roles }: Scenario, role: Role | undefined): number {
  const person = (role !== undefined && roles?.[role]) || usual;
  return wordsIn(title, summary, person.title, person.text, person.legalBasis);
}

/**
 * Time for the debrief: its first page; for each rated decision the principle and the reasons of all options; each
 * exercise.
 */
function debriefTime(
  { states }: CompiledScenario,
  steps: readonly SensibleStep[],
  key: AnswerKey | undefined,
): TimeSpan {
  const exercises = new Set(steps.map(({ move }) => move.state).filter((id) => states[id]?.type === 'exercise'));
  const words = steps.map(({ move: { state } }) => {
    const entry = key && Object.hasOwn(key.decisions, state) ? key.decisions[state] : undefined;
    return entry ? wordsIn(entry.principle, ...Object.values(entry.options).map(({ reason }) => reason)) : 0;
  });
  return sumOf([
    readingTime(words.reduce((sum, count) => sum + count, WORDS_OF_DEBRIEF)),
    timesOf(readingBetween(WORDS_OF_EXERCISE_DEBRIEF), exercises.size),
  ]);
}
