import type { Edit, FileValue } from '../edit.ts';
import { holderOf } from '../groups.ts';
import { KEY_FILE, listAt, optionKey, optionsOf, type StudioCase, type StudioOption, textAt } from '../studio-case.ts';
import { entriesOf, leadsOf } from '../targets.ts';

/** A way that turns in circles is cut after so many scenes for each scene of the case. */
const MOST_VISITS = 4;

/**
 * The edit that writes the best way through the case from the first scene on. At a rated scene it takes the first good option.
 * At one without ratings it goes on choosing what the way so far has chosen there, or else what was not chosen yet. A way that
 * depends on variables takes its first branch. Parts that go on beside each other follow one after the other.
 */
export function writeModel(edited: StudioCase): readonly Edit[] {
  const { story } = edited;
  const steps: FileValue[] = [];
  const choose = chooserOf(edited);
  const visited = new Set<string>();
  let left = MOST_VISITS * Object.keys(story.states).length;
  /** The way from a scene on. Gives the end of a group at which it has come out, or undefined. */
  const follow = (first: string | undefined): string | undefined => {
    let id = first;
    while (id !== undefined && left > 0) {
      left -= 1;
      const at: string = id;
      const scene = story.states[at];
      if (scene?.type === 'done') return at;
      if (!scene) return undefined;
      const ends = entriesOf(story, at).map(({ to }) => follow(to));
      // A way that has left the group by itself does not come back to what follows it.
      if (ends.some((end) => end === undefined || holderOf(story, end)?.group !== at)) return undefined;
      const option = choose(at, optionsOf(scene));
      // A scene that was met asks for something else than before, or the way has come to where it began.
      if (visited.has(at) && optionsOf(scene).length > 0 && !option) return undefined;
      visited.add(at);
      if (option) steps.push([at, option.id]);
      const leads = leadsOf(story, at);
      id = (option ? leads.find((lead) => lead.option === option.id) : leads[0])?.to;
    }
    return undefined;
  };
  follow(story.initial);
  const before = JSON.stringify(edited.key.model);
  return before === JSON.stringify(steps) ? [] : [{ do: 'set', file: KEY_FILE, at: ['model'], value: steps }];
}

/** Chooses at a scene, each time it is met; undefined where everything was chosen. */
function chooserOf(edited: StudioCase): (scene: string, options: readonly StudioOption[]) => StudioOption | undefined {
  const chosen = new Map<string, string[]>();
  const model = listAt(edited.key, 'model').flatMap((step) => (Array.isArray(step) ? [step.map(String)] : []));
  return (scene, options) => {
    const before = chosen.get(scene) ?? [];
    const left = options.filter(({ id }) => !before.includes(id));
    const rated = options.some(({ id }) => textAt(optionKey(edited, scene, id), 'rating') !== '');
    const good = left.find(({ id }) => textAt(optionKey(edited, scene, id), 'rating') === 'good');
    const asBefore = model.filter(([at]) => at === scene)[before.length]?.[1];
    const option = rated
      ? (good ?? (before.length === 0 ? left[0] : undefined))
      : (left.find(({ id }) => id === asBefore) ?? left[0]);
    if (option) chosen.set(scene, [...before, option.id]);
    return option;
  };
}
