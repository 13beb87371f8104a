import type { Edit, FileValue } from '../edit.ts';
import { type Facts, factsAfter, factsAtStart, holds } from '../facts-on-a-way.ts';
import { isGroup } from '../groups.ts';
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
} from '../studio-case.ts';
import { wayThroughGroups, writtenChoices } from '../way-through-groups.ts';

/** Why no way of good options reaches an end, as far as it was first met, and in which scene. */
export interface NoWay {
  readonly why: 'loop' | 'open' | 'no-good' | 'group' | 'long';
  readonly scene: string;
}

/** The best way through a case: its choices, or why there is none. */
export interface ModelWay {
  /** Scene and option of each choice; undefined where no end is reached. */
  readonly steps?: readonly (readonly [scene: string, option: string])[];
  readonly trouble?: NoWay;
  /** Scenes from which the way leads on by a condition that cannot be read here. It was taken to hold. */
  readonly assumed: readonly string[];
}

/** So many situations are looked at; a case with more is too large for a way to be found while an author waits. */
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
 * Looks for the best way through a case: in each rated scene a good option, in every other one what the
 * written way takes or what was not chosen there yet, with the facts as they are then. A scene is met again where a fact has
 * changed, or where something is left to choose.
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

  /** True where a condition holds, or cannot be read. */
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

  /** How one can go on from a scene, the likeliest way first. */
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
    // While a timer runs, waiting can be the only good step.
    const passing = scene.next === undefined ? [] : [legFrom(id, scene, here)];
    const all = [...chosen, ...passing];
    if (all.length > 0) return all;
    return fails(offered.length === 0 ? 'open' : isRated ? 'no-good' : 'loop', id);
  }

  /** What is left at a scene without ratings, that which the written way takes next first. An option that changes a fact can be taken again. */
  function openAt(id: string, offered: readonly StudioOption[], done: readonly string[]): readonly StudioOption[] {
    const open = offered.filter((option) => isFields(option.set) || !done.includes(doneAt(id, option)));
    const taken = done.filter((one) => one.startsWith(`${id}\n`)).length;
    const next = writtenChoices(edited, id)[taken];
    return [...open.filter((option) => option.id === next), ...open.filter((option) => option.id !== next)];
  }

  /** The legs that are still to be tried, from the first scene to the one where the search stands. */
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

/** The edit that writes the best way through the case; none where there is no way, or it is written already. */
export function writeModel(edited: StudioCase): readonly Edit[] {
  const { steps } = findModel(edited);
  if (!steps || JSON.stringify(edited.key.model) === JSON.stringify(steps)) return [];
  return [{ do: 'set', file: KEY_FILE, at: ['model'], value: steps.map((step): FileValue => [...step]) }];
}
