import type { Edit, FileValue } from '#studio/model/edit.ts';
import { type Facts, factsAfter, factsAtStart, holds } from '#studio/model/facts-on-a-way.ts';
import { isGroup } from '#studio/model/groups.ts';
import {
  decisionKey,
  type Fields,
  fieldsAt,
  isFields,
  KEY_FILE,
  optionKey,
  optionsOf,
  type StudioCase,
  type StudioOption,
  type StudioScene,
  textAt,
} from '#studio/model/studio-case.ts';
import { wayThroughGroups, writtenChoices } from '#studio/model/way-through-groups.ts';

/** The first reason why no path of good options reaches an end, with its scene. */
export interface NoWay {
  readonly why: 'loop' | 'open' | 'no-good' | 'group' | 'long';
  readonly scene: string;
}

/** The best path through a case: its choices, or why there is none. */
export interface ModelWay {
  /** Scene and option of each choice; undefined if no end is reached. */
  readonly steps?: readonly (readonly [scene: string, option: string])[];
  readonly trouble?: NoWay;
  /** Scenes with a condition on the path that cannot be evaluated here and is assumed to hold. */
  readonly assumed: readonly string[];
}

/** Maximum situations that are searched, so that an author does not wait too long. */
const MAX_SITUATIONS = 20_000;

/** An option that was chosen at a scene; ids have no line breaks. */
const doneAt = (scene: string, { id }: StudioOption) => `${scene}\n${id}`;

interface Leg {
  readonly choice?: readonly [scene: string, option: string];
  readonly to: string | undefined;
  readonly facts: Facts;
  /** What was chosen at scenes without ratings, as scene and option. */
  readonly done: readonly string[];
}

/**
 * Searches the best path through a case: a good option in each rated scene; in every other scene the option of the
 * written path or one not chosen there yet, with the facts at that point. A scene is visited again if a fact has
 * changed or an option is left.
 */
export function findModel(edited: StudioCase): ModelWay {
  const hasGroups = Object.values(edited.story.states).some(({ type }) => isGroup(type));
  const steps = hasGroups ? wayThroughGroups(edited) : undefined;
  return steps ? { steps, assumed: [] } : wayByFacts(edited);
}

function wayByFacts(edited: StudioCase): ModelWay {
  const { story } = edited;
  const seen = new Set<string>();
  const assumed = new Set<string>();
  let trouble: NoWay | undefined;
  const fails = (why: NoWay['why'], scene: string): readonly Leg[] => {
    trouble ??= { why, scene };
    return [];
  };

  /** True if a condition holds or cannot be evaluated. */
  const may = (scene: string, condition: FileValue | undefined, facts: Facts): boolean => {
    if (typeof condition !== 'string') return true;
    const held = holds(condition, facts);
    if (held === undefined) assumed.add(scene);
    return held !== false;
  };
  const target = (scene: string, next: FileValue | undefined, facts: Facts): string | undefined => {
    if (typeof next === 'string') return next;
    const branches = Array.isArray(next) ? next.filter(isFields) : [];
    const branch = branches.find((one) => may(scene, one.when, facts));
    return branch && textAt(branch, 'next');
  };
  const legFrom = (scene: string, from: Fields, { facts, done }: Leg): Leg => {
    const after = factsAfter(facts, fieldsAt(from, 'set'));
    return { to: target(scene, from.next, after), facts: after, done };
  };
  const isGood = (scene: string, option: StudioOption) =>
    textAt(optionKey(edited, scene, option.id), 'rating') === 'good';

  /** The possible next steps from a scene, the likeliest first. */
  function legs(id: string, scene: StudioScene, here: Leg): readonly Leg[] {
    if (isFields(scene.states) || isFields(scene.regions)) return fails('group', id);
    const isRated = Object.keys(decisionKey(edited, id)).length > 0;
    const offered = optionsOf(scene).filter((option) => may(id, option.when, here.facts));
    const wanted = isRated ? offered.filter((option) => isGood(id, option)) : openAt(id, offered, here.done);
    const chosen = wanted.map(
      (option): Leg => ({
        ...legFrom(id, option, here),
        ...(!isRated && { done: [...here.done, doneAt(id, option)] }),
        choice: [id, option.id],
      }),
    );
    // Waiting can be the only good step while a timer runs.
    const passing = scene.next === undefined ? [] : [legFrom(id, scene, here)];
    const all = [...chosen, ...passing];
    if (all.length > 0) return all;
    return fails(offered.length === 0 ? 'open' : isRated ? 'no-good' : 'loop', id);
  }

  /**
   * Options left at an unrated scene, the next of the written path first. One that changes a fact can be taken again.
   */
  function openAt(id: string, offered: readonly StudioOption[], done: readonly string[]): readonly StudioOption[] {
    const open = offered.filter((option) => isFields(option.set) || !done.includes(doneAt(id, option)));
    const taken = done.filter((one) => one.startsWith(`${id}\n`)).length;
    const next = writtenChoices(edited, id)[taken];
    return [...open.filter((option) => option.id === next), ...open.filter((option) => option.id !== next)];
  }

  /** The search stack: steps still to be tried, from the first scene to the present one. */
  const way: { readonly tried: Leg | undefined; readonly left: Leg[] }[] = [];
  let here: Leg | undefined = { to: story.initial, facts: factsAtStart(story), done: [] };
  let before = story.initial;
  while (here) {
    const { to, facts, done }: Leg = here;
    const scene: StudioScene | undefined = to === undefined ? undefined : story.states[to];
    if (to === undefined || !scene) fails('open', before);
    else if (scene.type === 'end') {
      const steps = [...way.map(({ tried }) => tried), here].flatMap((leg) => (leg?.choice ? [leg.choice] : []));
      return { steps, assumed: [...assumed] };
    } else {
      const situation = JSON.stringify([to, Object.entries(facts).sort(), [...done].sort()]);
      if (seen.has(situation)) fails('loop', before);
      else if (seen.size >= MAX_SITUATIONS) return { trouble: { why: 'long', scene: to }, assumed: [] };
      else {
        seen.add(situation);
        way.push({ tried: here, left: [...legs(to, scene, here)] });
      }
    }
    let last = way.at(-1);
    while (last && last.left.length === 0) {
      way.pop();
      last = way.at(-1);
    }
    here = last?.left.shift();
    before = last?.tried?.to ?? story.initial;
  }
  return { ...(trouble && { trouble }), assumed: [] };
}

/** The edit that writes the best path of the case; none if there is no path or it is written already. */
export function writeModel(edited: StudioCase): readonly Edit[] {
  const { steps } = findModel(edited);
  if (!steps || JSON.stringify(edited.key.model) === JSON.stringify(steps)) return [];
  return [{ do: 'set', file: KEY_FILE, at: ['model'], value: steps.map((step): FileValue => [...step]) }];
}
