import type { Edit, FileValue } from '../edit.ts';
import { KEY_FILE, optionKey, optionsOf, type StudioCase, textAt } from '../studio-case.ts';
import { leadsOf } from '../targets.ts';

/**
 * The edit that writes the best way through the case: at each rated scene the first good option, from the first scene on
 * until an end or a scene that was already met. A way that depends on variables takes its first branch.
 */
export function writeModel(edited: StudioCase): readonly Edit[] {
  const steps: FileValue[] = [];
  const seen = new Set<string>();
  let id: string | undefined = edited.story.initial;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const scene: StudioCase['story']['states'][string] | undefined = edited.story.states[id];
    if (!scene) break;
    const at: string = id;
    const options = optionsOf(scene);
    const good = options.find((option) => textAt(optionKey(edited, at, option.id), 'rating') === 'good') ?? options[0];
    if (good) steps.push([at, good.id]);
    const leads = leadsOf(at, scene);
    id = (good ? leads.find(({ option }) => option === good.id) : leads[0])?.to;
  }
  const before = JSON.stringify(edited.key.model);
  return before === JSON.stringify(steps) ? [] : [{ do: 'set', file: KEY_FILE, at: ['model'], value: steps }];
}
