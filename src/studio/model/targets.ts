import type { EditPath, FileValue } from './edit.ts';
import { isGroup, regionsOf } from './groups.ts';
import { fieldsAt, isFields, listAt, placeOf, type StudioStory, scenePath } from './studio-case.ts';

/** A transition of the story. */
export interface Lead {
  readonly from: string;
  /** Letter of the option, if the transition is one of an option. */
  readonly option?: string;
  /** Path of the target inside the story. */
  readonly at: EditPath;
  readonly to: string;
}

/** Every transition from a scene, in order; those of options before that of the scene. */
export function leadsOf(story: StudioStory, id: string): readonly Lead[] {
  const scene = story.states[id];
  if (!scene) return [];
  const place = scenePath(story, id);
  const options = listAt(scene, 'options').flatMap((option, n) =>
    isFields(option)
      ? targetsIn(option.next, [...place, 'options', n, 'next']).map(({ at, to }) => ({
          from: id,
          option: String(option.id),
          at,
          to,
        }))
      : [],
  );
  return [...options, ...targetsIn(scene.next, [...place, 'next']).map(({ at, to }) => ({ from: id, at, to }))];
}

/** The initial transitions of a group, one for each region; empty for any other scene. */
export function entriesOf(story: StudioStory, id: string): readonly Lead[] {
  const scene = story.states[id];
  if (!scene || !isGroup(scene.type)) return [];
  const place = scenePath(story, id);
  const held = [
    ...(scene.type === 'group' ? [{ fields: scene, at: place }] : []),
    ...(scene.type === 'parallel'
      ? regionsOf(story, id).map((name) => ({
          fields: fieldsAt(fieldsAt(scene, 'regions'), name),
          at: [...place, 'regions', name],
        }))
      : []),
  ];
  return held.flatMap(({ fields, at }) =>
    targetsIn(fields.initial, [...at, 'initial']).map((one) => ({ from: id, ...one })),
  );
}

/** Every transition to a scene. */
export const leadsTo = (story: StudioStory, target: string): readonly Lead[] =>
  Object.keys(story.states).flatMap((id) =>
    [...entriesOf(story, id), ...leadsOf(story, id)].filter(({ to }) => to === target),
  );

function targetsIn(next: FileValue | undefined, at: EditPath): readonly Pick<Lead, 'at' | 'to'>[] {
  if (typeof next === 'string') return [{ at, to: next }];
  if (!Array.isArray(next)) return [];
  return next.flatMap((branch, n) =>
    isFields(branch) && typeof branch.next === 'string' ? [{ at: [...at, n, 'next'], to: branch.next }] : [],
  );
}

/** The only scene that can follow; undefined if there are several or none. */
export function onlyTarget(story: StudioStory, id: string): string | undefined {
  const targets = new Set(leadsOf(story, id).map(({ to }) => to));
  return targets.size === 1 ? [...targets][0] : undefined;
}

/** Ids of scenes in reading order: from the first on, each before those it leads to; unreached ones and ends last. */
export function readingOrder(story: StudioStory): readonly string[] {
  const seen = new Set<string>();
  /** Reads the scenes inside a place, and returns the targets outside of it. */
  const read = (first: readonly string[], inside: string): readonly string[] => {
    const waiting = [...first];
    const out: string[] = [];
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      if (!story.states[id] || seen.has(id)) continue;
      if (!placeOf(story, id).startsWith(inside)) {
        out.push(id);
        continue;
      }
      seen.add(id);
      const entries = entriesOf(story, id).map(({ to }) => to);
      if (entries.length > 0) waiting.push(...read(entries, placeOf(story, id)));
      waiting.push(...leadsOf(story, id).map(({ to }) => to));
    }
    return out;
  };
  read([story.initial], '');
  const unreached = Object.keys(story.states).filter((id) => !seen.has(id));
  const all = [...seen, ...unreached];
  const isEnd = (id: string) => story.states[id]?.type === 'end';
  return [...all.filter((id) => !isEnd(id)), ...all.filter(isEnd)];
}
