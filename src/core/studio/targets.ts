import type { EditPath, FileValue } from './edit.ts';
import { isFields, listAt, type StudioScene, type StudioStory } from './studio-case.ts';

/** A place of the story from which a scene is reached. */
export interface Lead {
  readonly from: string;
  /** Letter of the option, where one leads on. */
  readonly option?: string;
  /** Path of the target inside the story. */
  readonly at: EditPath;
  readonly to: string;
}

/** Every place that leads on from a scene, in its order; an option before the way on of the whole scene. */
export function leadsOf(id: string, scene: StudioScene): readonly Lead[] {
  const options = listAt(scene, 'options').flatMap((option, n) =>
    isFields(option)
      ? targetsIn(option.next, ['states', id, 'options', n, 'next']).map(({ at, to }) => ({
          from: id,
          option: String(option.id),
          at,
          to,
        }))
      : [],
  );
  return [...options, ...targetsIn(scene.next, ['states', id, 'next']).map(({ at, to }) => ({ from: id, at, to }))];
}

/** Every place of the story that leads to a scene. */
export const leadsTo = ({ states }: StudioStory, target: string): readonly Lead[] =>
  Object.entries(states).flatMap(([id, scene]) => leadsOf(id, scene).filter(({ to }) => to === target));

function targetsIn(next: FileValue | undefined, at: EditPath): readonly Pick<Lead, 'at' | 'to'>[] {
  if (typeof next === 'string') return [{ at, to: next }];
  if (!Array.isArray(next)) return [];
  return next.flatMap((branch, n) =>
    isFields(branch) && typeof branch.next === 'string' ? [{ at: [...at, n, 'next'], to: branch.next }] : [],
  );
}

/** The one scene that follows whatever is chosen; undefined where several do or none. */
export function onlyTarget(id: string, scene: StudioScene): string | undefined {
  const targets = new Set(leadsOf(id, scene).map(({ to }) => to));
  return targets.size === 1 ? [...targets][0] : undefined;
}

/** Ids of scenes in reading order: from the first on, each before those it leads to; unreached ones last. */
export function readingOrder(story: StudioStory): readonly string[] {
  const seen = new Set<string>();
  const waiting = [story.initial];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const scene = story.states[id];
    if (!scene || seen.has(id)) continue;
    seen.add(id);
    const targets = leadsOf(id, scene).map(({ to }) => to);
    waiting.push(...targets);
  }
  const unreached = Object.keys(story.states).filter((id) => !seen.has(id));
  const all = [...seen, ...unreached];
  const isEnd = (id: string) => story.states[id]?.type === 'end';
  return [...all.filter((id) => !isEnd(id)), ...all.filter(isEnd)];
}
