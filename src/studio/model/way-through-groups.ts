import { holderOf, isGroup } from './groups.ts';
import { listAt, optionKey, optionsOf, type StudioCase, type StudioOption, textAt } from './studio-case.ts';
import { entriesOf, leadsOf } from './targets.ts';

/** Maximum visits per scene of the case, which ends a path with loops. */
const MAX_VISITS = 4;

/**
 * The best path through a case with groups, as scene and option of each choice; undefined if it reaches no end. At a
 * rated scene it takes the first good option, at an unrated one the next option of the written path or one not chosen
 * yet. Parallel regions follow one after the other. The search gives up if the path depends on facts, which it does not
 * track.
 */
export function wayThroughGroups(edited: StudioCase): readonly (readonly [string, string])[] | undefined {
  const { story } = edited;
  const steps: [string, string][] = [];
  const choose = chooserOf(edited);
  const visited = new Set<string>();
  let left = MAX_VISITS * Object.keys(story.states).length;
  let hasEnded = false;
  /** Follows the path from a scene. Returns the end of a group at which it arrives, or undefined. */
  const follow = (first: string | undefined): string | undefined => {
    let id = first;
    while (id !== undefined && left > 0) {
      left -= 1;
      const at: string = id;
      const scene = story.states[at];
      if (scene?.type === 'done') return at;
      if (scene?.type === 'end') hasEnded = true;
      if (!scene || hasEnded) return undefined;
      const entries = entriesOf(story, at);
      if (isGroup(scene.type) && entries.length === 0) return undefined;
      const ends = entries.map(({ to }) => follow(to));
      // A path that has left the group by another transition does not continue after the group.
      if (ends.some((end) => end === undefined || holderOf(story, end)?.group !== at)) return undefined;
      const option = choose(at, optionsOf(scene));
      // A scene was visited before and has no option left: the path depends on facts or loops.
      if (visited.has(at) && optionsOf(scene).length > 0 && !option) return undefined;
      visited.add(at);
      if (option) steps.push([at, option.id]);
      const leads = leadsOf(story, at).filter((lead) => lead.option === option?.id);
      if (leads.length > 1) return undefined;
      id = leads[0]?.to;
    }
    return undefined;
  };
  follow(story.initial);
  return hasEnded ? steps : undefined;
}

/** Options that the written path takes at a scene, in order. */
export const writtenChoices = ({ key }: StudioCase, scene: string): readonly string[] =>
  listAt(key, 'model').flatMap((step) => (Array.isArray(step) && step[0] === scene ? [String(step[1])] : []));

/** Chooses an option at each visit of a scene; undefined if all were chosen. */
function chooserOf(edited: StudioCase): (scene: string, options: readonly StudioOption[]) => StudioOption | undefined {
  const chosen = new Map<string, string[]>();
  return (scene, options) => {
    const before = chosen.get(scene) ?? [];
    const left = options.filter(({ id }) => !before.includes(id));
    const rated = options.some(({ id }) => textAt(optionKey(edited, scene, id), 'rating') !== '');
    const good = left.find(({ id }) => textAt(optionKey(edited, scene, id), 'rating') === 'good');
    const asBefore = writtenChoices(edited, scene)[before.length];
    const option = rated
      ? (good ?? (before.length === 0 ? left[0] : undefined))
      : (left.find(({ id }) => id === asBefore) ?? left[0]);
    if (option) chosen.set(scene, [...before, option.id]);
    return option;
  };
}
