import type { Edit, EditPath } from '#studio/model/edit.ts';
import { holderOf } from '#studio/model/groups.ts';
import {
  fieldsAt,
  isFields,
  KEY_FILE,
  listAt,
  type StudioCase,
  type StudioStory,
  scenePath,
  textAt,
} from '#studio/model/studio-case.ts';
import { leadsOf } from '#studio/model/targets.ts';

/** Path of the scene after which a new one is placed. An end is placed outside of groups. */
export function placeBehind(story: StudioStory, behind: string, isEnd: boolean): EditPath {
  const holder = isEnd ? holderOf(story, behind) : undefined;
  return holder ? placeBehind(story, holder.group, true) : scenePath(story, behind);
}

/**
 * The transition after a scene: the first that does not lead to an end, otherwise the first, with every place that has
 * it. For a scene without one, the target is the scene itself.
 */
export function wayBehind(
  story: StudioStory,
  behind: string,
): { readonly next: string; readonly at: readonly EditPath[] } {
  const leads = leadsOf(story, behind);
  const next = (leads.find(({ to }) => story.states[to]?.type !== 'end') ?? leads[0])?.to ?? behind;
  return { next, at: leads.flatMap(({ at, to }) => (to === next ? [at] : [])) };
}

/** The edits that remove the answers of scenes from the key. */
export function withoutKeys(key: StudioCase['key'], ids: readonly string[]): readonly Edit[] {
  const edits = ids
    .filter((id) => Object.hasOwn(fieldsAt(key, 'decisions'), id))
    .map((id): Edit => ({ do: 'remove', file: KEY_FILE, at: ['decisions', id] }));
  const model = listAt(key, 'model');
  // From the last one on, so that indexes stay true.
  for (const [n, step] of [...model.entries()].reverse())
    if (Array.isArray(step) && ids.includes(String(step[0])))
      edits.push({ do: 'remove', file: KEY_FILE, at: ['model', n] });
  return edits;
}

/** Id of the first part of the case; empty where it has none. */
export function firstStage(story: StudioStory): string {
  const [stage] = listAt(story, 'stages');
  return isFields(stage) ? textAt(stage, 'id') : '';
}
