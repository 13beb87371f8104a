import { toWrite } from '#core/checking/to-write.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import type { Edit, FileValue } from '../edit.ts';
import { newId } from '../new-id.ts';
import { fieldsAt, KEY_FILE, listAt, STORY_FILE, type StudioCase, textAt } from '../studio-case.ts';
import { leadsOf, leadsTo, onlyTarget } from '../targets.ts';

/** The kinds of scene that a card can be begun with. */
export const SCENE_TYPES = ['narrative', 'inject', 'decision', 'exercise', 'timer', 'end'] as const;
export type SceneType = (typeof SCENE_TYPES)[number];

/** The kind in which ads are judged: its answers follow from the market, so that an empty task is a whole one. */
const SIMPLEST_KIND = KIND_PLAYS.entries().find(([, { judgedIn }]) => judgedIn !== undefined)?.[0] ?? '';

const FIRST_LETTERS = ['a', 'b', 'c', 'd'];
const MINUTES_OF_CHOICE = 15;

/** What a new scene needs to know. */
export interface NewScene {
  readonly type: SceneType;
  readonly title: string;
  /** The scene behind which it stands in the file, and whose part it belongs to. */
  readonly behind: string;
  /** Where it leads; left out for an end. */
  readonly next?: string;
}

/** The edits that add a scene, and its id. A decision has four options to be written. */
export function addScene(
  { story, key }: StudioCase,
  wanted: NewScene,
): { readonly id: string; readonly edits: readonly Edit[] } {
  const id = newId(wanted.title, Object.keys(story.states), wanted.type);
  const stage = textAt(story.states[wanted.behind] ?? { type: '' }, 'stage') || firstStage(story);
  const next = wanted.next ?? wanted.behind;
  const edits: Edit[] = [
    {
      do: 'set',
      file: STORY_FILE,
      at: ['states', id],
      value: {
        type: wanted.type,
        stage,
        title: wanted.title,
        text: toWrite('What happens here.'),
        ...bodyOf(wanted.type, next),
      },
      after: [wanted.behind],
    },
  ];
  if (wanted.type === 'decision') edits.push(...keyEntry(key, id, FIRST_LETTERS));
  return { id, edits };
}

/**
 * The edits that add a scene behind another one, on the way on which the story goes on: what led there leads to the new scene,
 * and the new scene leads there. The way on is the first that leads to no end, or else the first. Nothing leads to a new end
 * yet. A scene that leads nowhere gets a new one that leads back to it.
 */
export function addSceneBehind(
  edited: StudioCase,
  { type, title, behind }: Omit<NewScene, 'next'>,
): { readonly id: string; readonly edits: readonly Edit[] } {
  const { states } = edited.story;
  const scene = states[behind];
  if (type === 'end' || !scene) return addScene(edited, { type, title, behind });
  const leads = leadsOf(behind, scene);
  const next = (leads.find(({ to }) => states[to]?.type !== 'end') ?? leads[0])?.to ?? behind;
  const added = addScene(edited, { type, title, behind, next });
  const led = leads.flatMap(({ at, to }): Edit[] =>
    to === next ? [{ do: 'set', file: STORY_FILE, at, value: added.id }] : [],
  );
  return { id: added.id, edits: [...added.edits, ...led] };
}

function bodyOf(type: SceneType, next: string): Readonly<Record<string, FileValue>> {
  if (type === 'end') return {};
  if (type === 'decision')
    return {
      question: toWrite('What is to be decided.'),
      options: FIRST_LETTERS.map((letter) => newOption(letter, next)),
    };
  if (type === 'inject') return { from: toWrite('Who brings it.'), next };
  if (type === 'exercise') return { kind: SIMPLEST_KIND, brief: {}, next };
  if (type === 'timer') return { minutes: MINUTES_OF_CHOICE, next };
  return { next };
}

/** An option that has still to be written. */
export const newOption = (id: string, next: string): Readonly<Record<string, FileValue>> => ({
  id,
  text: toWrite('What one can do, without a word about whether it is right.'),
  minutes: MINUTES_OF_CHOICE,
  then: toWrite('What happens then, without praise or blame.'),
  next,
});

/** The key of an option that has still to be written. */
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
  // `decisions: {}` stands on one line; the first entry opens it.
  if (Object.keys(decisions).length === 0)
    return [{ do: 'set', file: KEY_FILE, at: ['decisions'], value: { [scene]: value }, after: ['version'] }];
  return [{ do: 'set', file: KEY_FILE, at: ['decisions', scene], value }];
}

/**
 * The edits that remove a scene with its key. Whatever led to it leads on to the scene that followed, where it was one.
 * Empty for the last scene that there is.
 */
export function removeScene({ story, key }: StudioCase, id: string): readonly Edit[] {
  const scene = story.states[id];
  if (!scene || Object.keys(story.states).length === 1) return [];
  const follows = onlyTarget(id, scene);
  const edits: Edit[] = [];
  if (follows !== undefined && follows !== id) {
    for (const { at, from } of leadsTo(story, id))
      if (from !== id) edits.push({ do: 'set', file: STORY_FILE, at, value: follows });
    if (story.initial === id) edits.push({ do: 'set', file: STORY_FILE, at: ['initial'], value: follows });
  }
  edits.push({ do: 'remove', file: STORY_FILE, at: ['states', id] });
  return [...edits, ...withoutKey(key, id)];
}

function withoutKey(key: StudioCase['key'], id: string): readonly Edit[] {
  const edits: Edit[] = [];
  if (Object.hasOwn(fieldsAt(key, 'decisions'), id))
    edits.push({ do: 'remove', file: KEY_FILE, at: ['decisions', id] });
  const model = listAt(key, 'model');
  // From the last one on, so that indexes stay true.
  for (const [n, step] of [...model.entries()].reverse())
    if (Array.isArray(step) && step[0] === id) edits.push({ do: 'remove', file: KEY_FILE, at: ['model', n] });
  return edits;
}

/** The edits that turn a scene into one of another kind; texts that both have stay. */
export function changeSceneType(edited: StudioCase, id: string, type: SceneType): readonly Edit[] {
  const scene = edited.story.states[id];
  if (!scene || scene.type === type) return [];
  const next = onlyTarget(id, scene) ?? leadsFirst(edited, id) ?? edited.story.initial;
  const kept = Object.fromEntries(
    ['stage', 'title', 'text', 'contentLevel', 'notice', 'talk', 'views'].flatMap((field) =>
      Object.hasOwn(scene, field) && (type !== 'end' || ['stage', 'title', 'text'].includes(field))
        ? [[field, scene[field] as FileValue] as const]
        : [],
    ),
  );
  const edits: Edit[] = [
    { do: 'set', file: STORY_FILE, at: ['states', id], value: { type, ...kept, ...bodyOf(type, next) } },
    ...(scene.type === 'decision' ? withoutKey(edited.key, id) : []),
  ];
  if (type === 'decision') edits.push(...keyEntry(edited.key, id, FIRST_LETTERS));
  return edits;
}

const leadsFirst = ({ story }: StudioCase, id: string) => Object.keys(story.states).find((other) => other !== id);

const firstStage = (story: StudioCase['story']) => {
  const [stage] = listAt(story, 'stages');
  return typeof stage === 'object' && stage !== null && !Array.isArray(stage)
    ? String((stage as { id?: FileValue }).id ?? '')
    : '';
};
