import type { Edit, EditPath } from '../edit.ts';
import { holderOf } from '../groups.ts';
import {
  fieldsAt,
  isFields,
  KEY_FILE,
  listAt,
  type StudioCase,
  type StudioStory,
  scenePath,
  textAt,
} from '../studio-case.ts';
import { leadsOf } from '../targets.ts';

/** Path of the scene behind which a new one stands. An end stands in no group. */
export function placeBehind(story: StudioStory, behind: string, isEnd: boolean): EditPath {
  const holder = isEnd ? holderOf(story, behind) : undefined;
  return holder ? placeBehind(story, holder.group, true) : scenePath(story, behind);
}

/**
 * The way on behind a scene: the first that leads to no end, or else the first, with every place that takes it. A scene that
 * leads nowhere is led back to.
 */
export function wayBehind(
  story: StudioStory,
  behind: string,
): { readonly next: string; readonly at: readonly EditPath[] } {
  const leads = leadsOf(story, behind);
  const next = (leads.find(({ to }) => story.states[to]?.type !== 'end') ?? leads[0])?.to ?? behind;
  return { next, at: leads.flatMap(({ at, to }) => (to === next ? [at] : [])) };
}

/** The edits that take the answers to scenes out of the key. */
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
