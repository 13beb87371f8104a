import { toWrite } from '#case/checking/model/to-write.ts';
import type { Edit, FileValue } from '#studio/model/edit.ts';
import { besideScene, heldBy, holderOf, isGroup, stageOf, takenIds } from '#studio/model/groups.ts';
import { newId } from '#studio/model/new-id.ts';
import { fieldsAt, KEY_FILE, STORY_FILE, type StudioCase, scenePath } from '#studio/model/studio-case.ts';
import { leadsTo, onlyTarget } from '#studio/model/targets.ts';
import { removeRegion } from './group-commands.ts';
import { firstStage, placeBehind, wayBehind, withoutKeys } from './scene-parts.ts';
import { withoutParts } from './workshop-commands.ts';

/** The kinds of scene that a new card can have. */
export const SCENE_TYPES = ['narrative', 'inject', 'decision', 'exercise', 'timer', 'end'] as const;
export type SceneType = (typeof SCENE_TYPES)[number];

const FIRST_LETTERS = ['a', 'b', 'c', 'd'];
const MINUTES_OF_CHOICE = 15;

/** The input for a new scene. */
export interface NewScene {
  readonly type: SceneType;
  readonly title: string;
  /** The scene after which it is placed in the file, and whose part it belongs to. */
  readonly behind: string;
  /** The next scene; undefined for an end. */
  readonly next?: string;
}

/** The edits that add a scene, and its id. A decision has four options to be written. */
export function addScene(
  { story, key, simplestKind }: StudioCase,
  wanted: NewScene,
): { readonly id: string; readonly edits: readonly Edit[] } {
  const id = newId(wanted.title, takenIds(story), wanted.type);
  const stage = stageOf(story, wanted.behind) || firstStage(story);
  const place = placeBehind(story, wanted.behind, wanted.type === 'end');
  const next = wanted.next ?? wanted.behind;
  const edits: Edit[] = [
    {
      do: 'set',
      file: STORY_FILE,
      at: [...place.slice(0, -1), id],
      value: {
        type: wanted.type,
        stage,
        title: wanted.title,
        text: toWrite('What happens here.'),
        ...bodyOf(wanted.type, next, simplestKind),
      },
      after: [String(place.at(-1))],
    },
  ];
  if (wanted.type === 'decision') edits.push(...keyEntry(key, id, FIRST_LETTERS));
  return { id, edits };
}

/**
 * The edits that insert a scene after another one: the transition to the next scene leads to the new scene, and the new
 * scene to the next. The transition is the first that does not lead to an end, otherwise the first. A new end has no
 * transition to it yet. If the scene has no transition, the new one leads back to it.
 */
export function addSceneBehind(
  edited: StudioCase,
  { type, title, behind }: Omit<NewScene, 'next'>,
): { readonly id: string; readonly edits: readonly Edit[] } {
  const { states } = edited.story;
  const scene = states[behind];
  if (type === 'end' || !scene) return addScene(edited, { type, title, behind });
  const { next, at: ways } = wayBehind(edited.story, behind);
  const added = addScene(edited, { type, title, behind, next });
  const led = ways.map((at): Edit => ({ do: 'set', file: STORY_FILE, at, value: added.id }));
  return { id: added.id, edits: [...added.edits, ...led] };
}

function bodyOf(type: SceneType, next: string, simplestKind: string): Readonly<Record<string, FileValue>> {
  if (type === 'end') return {};
  if (type === 'decision')
    return {
      question: toWrite('What is to be decided.'),
      options: FIRST_LETTERS.map((letter) => newOption(letter, next)),
    };
  if (type === 'inject') return { from: toWrite('Who brings it.'), next };
  if (type === 'exercise') return { kind: simplestKind, brief: {}, next };
  if (type === 'timer') return { minutes: MINUTES_OF_CHOICE, next };
  return { next };
}

/** An empty option. */
export const newOption = (id: string, next: string): Readonly<Record<string, FileValue>> => ({
  id,
  text: toWrite('What one can do, without a word about whether it is right.'),
  minutes: MINUTES_OF_CHOICE,
  then: toWrite('What happens then, without praise or blame.'),
  next,
});

/** The key of an empty option. */
export const newOptionKey = (): Readonly<Record<string, FileValue>> => ({
  rating: 'acceptable',
  reason: toWrite('Why, in words about the situation and the person.'),
});

/** The edits that give a decision its entry in the key. */
export function keyEntry(key: StudioCase['key'], scene: string, letters: readonly string[]): readonly Edit[] {
  const value: FileValue = {
    principle: toWrite('The rule that the reasons rest on.'),
    sources: [],
    options: Object.fromEntries(letters.map((letter) => [letter, newOptionKey()])),
  };
  const decisions = fieldsAt(key, 'decisions');
  // `decisions: {}` is on one line; the first entry replaces it.
  if (Object.keys(decisions).length === 0)
    return [{ do: 'set', file: KEY_FILE, at: ['decisions'], value: { [scene]: value }, after: ['version'] }];
  return [{ do: 'set', file: KEY_FILE, at: ['decisions', scene], value }];
}

/**
 * The edits that remove a scene with its key, or a group with all its scenes. Transitions to it lead to the scene after
 * it, if there is exactly one. The last scene of a group takes the group with it. Empty for the only scene of a case.
 */
export function removeScene(edited: StudioCase, id: string): readonly Edit[] {
  const { story, key } = edited;
  const scene = story.states[id];
  const holder = holderOf(story, id);
  const beside = besideScene(story, id).filter((other) => other !== id);
  if (!scene || beside.length === 0) return holder ? withHolder(edited, holder) : [];
  const others = beside.filter((other) => story.states[other]?.type !== 'done');
  if (holder && others.length === 0) return withHolder(edited, holder);
  const follows = onlyTarget(story, id);
  const edits: Edit[] = [];
  if (follows !== undefined && follows !== id) {
    // A group cannot begin with its own end.
    const begins = story.states[follows]?.type === 'done' ? others[0] : follows;
    for (const { at, from } of leadsTo(story, id))
      if (from !== id)
        edits.push({ do: 'set', file: STORY_FILE, at, value: at.at(-1) === 'initial' ? (begins ?? follows) : follows });
    if (story.initial === id) edits.push({ do: 'set', file: STORY_FILE, at: ['initial'], value: follows });
  }
  const gone = [id, ...heldBy(story, id)];
  edits.push({ do: 'remove', file: STORY_FILE, at: scenePath(story, id) });
  return [...edits, ...withoutKeys(key, gone), ...withoutParts(edited.workshop, gone)];
}

const withHolder = (edited: StudioCase, { group, region }: NonNullable<ReturnType<typeof holderOf>>) =>
  region === undefined ? removeScene(edited, group) : removeRegion(edited, group, region);

/** The edits that change the kind of a scene and keep common texts. None for a group, or for an end inside one. */
export function changeSceneType(edited: StudioCase, id: string, type: SceneType): readonly Edit[] {
  const { story } = edited;
  const scene = story.states[id];
  if (!scene || scene.type === type || scene.type === 'done' || isGroup(scene.type)) return [];
  if (type === 'end' && holderOf(story, id)) return [];
  const next = onlyTarget(story, id) ?? leadsFirst(edited, id) ?? edited.story.initial;
  const kept = Object.fromEntries(
    ['stage', 'title', 'text', 'contentLevel', 'notice', 'talk', 'views'].flatMap((field) =>
      Object.hasOwn(scene, field) && (type !== 'end' || ['stage', 'title', 'text'].includes(field))
        ? [[field, scene[field] as FileValue] as const]
        : [],
    ),
  );
  const edits: Edit[] = [
    {
      do: 'set',
      file: STORY_FILE,
      at: scenePath(story, id),
      value: { type, ...kept, ...bodyOf(type, next, edited.simplestKind) },
    },
    ...(scene.type === 'decision' ? [...withoutKeys(edited.key, [id]), ...withoutParts(edited.workshop, [id])] : []),
  ];
  if (type === 'decision') edits.push(...keyEntry(edited.key, id, FIRST_LETTERS));
  return edits;
}

const leadsFirst = ({ story }: StudioCase, id: string) => besideScene(story, id).find((other) => other !== id);
