import type { Edit, FileValue } from '../edit.ts';
import { holderOf } from '../groups.ts';
import { KEY_FILE, optionKey, optionsOf, type StudioCase, textAt } from '../studio-case.ts';
import { entriesOf, leadsOf } from '../targets.ts';

/**
 * The edit that writes the best way through the case: at each rated scene the first good option, from the first scene on
 * until an end or a scene that was already met. A way that depends on variables takes its first branch. Parts that go on beside
 * each other follow one after the other.
 */
export function writeModel(edited: StudioCase): readonly Edit[] {
  const { story } = edited;
  const steps: FileValue[] = [];
  const seen = new Set<string>();
  /** The way from a scene on. Gives the end of a group at which it has come out, or undefined. */
  const follow = (first: string | undefined): string | undefined => {
    let id = first;
    while (id !== undefined && !seen.has(id)) {
      const at: string = id;
      const scene = story.states[at];
      if (scene?.type === 'done') return at;
      seen.add(at);
      if (!scene) break;
      const ends = entriesOf(story, at).map(({ to }) => follow(to));
      // A way that has left the group by itself does not come back to what follows it.
      if (ends.length > 0 && !ends.every((end) => end !== undefined && holderOf(story, end)?.group === at))
        return undefined;
      const options = optionsOf(scene);
      const good =
        options.find((option) => textAt(optionKey(edited, at, option.id), 'rating') === 'good') ?? options[0];
      if (good) steps.push([at, good.id]);
      const leads = leadsOf(story, at);
      id = (good ? leads.find(({ option }) => option === good.id) : leads[0])?.to;
    }
    return undefined;
  };
  follow(story.initial);
  const before = JSON.stringify(edited.key.model);
  return before === JSON.stringify(steps) ? [] : [{ do: 'set', file: KEY_FILE, at: ['model'], value: steps }];
}
