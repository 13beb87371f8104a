import { toWrite } from '#case/checking/model/to-write.ts';
import type { Edit, FileValue } from '#studio/model/edit.ts';
import { type GroupType, heldBy, regionsOf, stageOf, takenIds } from '#studio/model/groups.ts';
import { newId } from '#studio/model/new-id.ts';
import { placeOf, STORY_FILE, type StudioCase, scenePath } from '#studio/model/studio-case.ts';
import { firstStage, placeBehind, wayBehind, withoutKeys } from './scene-parts.ts';
import { withoutParts } from './workshop-commands.ts';

/** The input for a new group. */
export interface NewGroup {
  readonly type: GroupType;
  /** Titles of its first scenes: one, or one for each region. */
  readonly titles: readonly string[];
  /** The scene after which it is added. */
  readonly behind: string;
}

/**
 * The edits that add a group after a scene in the flow of the story, and its id. It has an empty scene, or parallel
 * regions with an empty scene each.
 */
export function addGroup(
  { story }: StudioCase,
  { type, titles, behind }: NewGroup,
): { readonly id: string; readonly edits: readonly Edit[] } {
  const taken = [...takenIds(story)];
  const name = idMaker(taken);
  const id = name(`${titles[0] ?? ''} ${type}`);
  const stage = stageOf(story, behind) || firstStage(story);
  const begun = (title: string) => begunScenes(title, name);
  const regions = titles.map((title) => [name(`${title} part`), begun(title)] as const);
  const body: Readonly<Record<string, FileValue>> =
    type === 'group' ? begun(titles[0] ?? '') : { regions: Object.fromEntries(regions) };
  const place = placeBehind(story, behind, false);
  const { next, at: ways } = wayBehind(story, behind);
  const value = { type, stage, ...body, next };
  const added: Edit = {
    do: 'set',
    file: STORY_FILE,
    at: [...place.slice(0, -1), id],
    value,
    after: [String(place.at(-1))],
  };
  return { id, edits: [added, ...ways.map((at): Edit => ({ do: 'set', file: STORY_FILE, at, value: id }))] };
}

/** The edits that add a parallel region to a group. */
export function addRegion({ story }: StudioCase, group: string, title: string): readonly Edit[] {
  const name = idMaker([...takenIds(story)]);
  const region = name(`${title} part`);
  const at = [...scenePath(story, group), 'regions', region];
  return [{ do: 'set', file: STORY_FILE, at, value: begunScenes(title, name) }];
}

/** Minimum number of parallel regions. */
const MIN_REGIONS = 2;

/** The edits that remove a parallel region, with its scenes and their key; none if only two are left. */
export function removeRegion(edited: StudioCase, group: string, region: string): readonly Edit[] {
  const { story, key, workshop } = edited;
  const regions = regionsOf(story, group);
  if (!regions.includes(region) || regions.length <= MIN_REGIONS) return [];
  const at = [...scenePath(story, group), 'regions', region];
  const inside = `${at.join('/')}/`;
  const gone = heldBy(story, group).filter((id) => placeOf(story, id).startsWith(inside));
  return [{ do: 'remove', file: STORY_FILE, at }, ...withoutKeys(key, gone), ...withoutParts(workshop, gone)];
}

/** An empty scene, and the end of its group or region. */
function begunScenes(title: string, name: (title: string) => string): Readonly<Record<string, FileValue>> {
  const first = name(title);
  const over = name(`${title} over`);
  return {
    initial: first,
    states: {
      [first]: { type: 'narrative', title, text: toWrite('What happens here.'), next: over },
      [over]: { type: 'done' },
    },
  };
}

/** Makes unused ids, each once. */
function idMaker(taken: string[]): (title: string) => string {
  return (title) => {
    const id = newId(title, taken, 'scene');
    taken.push(id);
    return id;
  };
}
