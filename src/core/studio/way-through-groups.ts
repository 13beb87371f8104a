import { holderOf, isGroup } from './groups.ts';
import { listAt, optionKey, optionsOf, type StudioCase, type StudioOption, textAt } from './studio-case.ts';
import { entriesOf, leadsOf } from './targets.ts';

/** A way that turns in circles is cut after so many scenes for each scene of the case. */
const MAX_VISITS = 4;

/**
 * The best way through a case with groups, as scene and option of each choice; undefined where it comes to no end. At a
 * rated scene it takes the first good option. At one without ratings it goes on choosing what the written way has chosen
 * there, or else what was not chosen yet. Parts beside each other follow one after the other. Where the way depends on facts
 * it is given up: they are not followed here.
 */
export function wayThroughGroups(edited: StudioCase): readonly (readonly [string, string])[] | undefined {
  const { story } = edited;
  const steps: [string, string][] = [];
  const choose = chooserOf(edited);
  const visited = new Set<string>();
  let left = MAX_VISITS * Object.keys(story.states).length;
  let hasEnded = false;
  /** The way from a scene on. Gives the end of a group at which it has come out, or undefined. */
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
      // A way that has left the group by itself does not come back to what follows it.
      if (ends.some((end) => end === undefined || holderOf(story, end)?.group !== at)) return undefined;
      const option = choose(at, optionsOf(scene));
      // A scene that was met asks for something else than before, or the way has come to where it began.
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

/** Options that the written way takes at a scene, in its order. */
export const writtenChoices = ({ key }: StudioCase, scene: string): readonly string[] =>
  listAt(key, 'model').flatMap((step) => (Array.isArray(step) && step[0] === scene ? [String(step[1])] : []));

/** Chooses at a scene, each time it is met; undefined where everything was chosen. */
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
