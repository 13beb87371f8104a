import { toWrite } from '#case/checking/model/to-write.ts';
import type { Edit, FileValue } from '#studio/model/edit.ts';
import { newId } from '#studio/model/new-id.ts';
import {
  fieldsAt,
  isFields,
  listAt,
  STORY_FILE,
  type StudioCase,
  scenePath,
  textAt,
} from '#studio/model/studio-case.ts';
import { moveMessages, withoutParts } from './workshop-commands.ts';

/** The edit that adds a part of the case behind the others. */
export function addStage({ story }: StudioCase, title: string): readonly Edit[] {
  const stages = listAt(story, 'stages').filter(isFields);
  const id = newId(
    title,
    stages.map((stage) => textAt(stage, 'id')),
    'part',
  );
  return [{ do: 'insert', file: STORY_FILE, at: ['stages', stages.length], value: { id, title } }];
}

/**
 * The edits that remove a part; its scenes go to the part before it, or after it for the first. None if only two are
 * left.
 */
export function removeStage(edited: StudioCase, n: number): readonly Edit[] {
  const { story } = edited;
  const stages = listAt(story, 'stages').filter(isFields);
  const MIN_STAGES = 2;
  const other = stages[n - 1] ?? stages[n + 1];
  const gone = textAt(stages[n] ?? {}, 'id');
  if (stages.length <= MIN_STAGES || !other) return [];
  const moved = Object.entries(story.states).flatMap(([id, scene]): Edit[] =>
    textAt(scene, 'stage') === gone
      ? [{ do: 'set', file: STORY_FILE, at: [...scenePath(story, id), 'stage'], value: textAt(other, 'id') }]
      : [],
  );
  return [
    ...moved,
    { do: 'remove', file: STORY_FILE, at: ['stages', n] },
    ...moveMessages(edited, gone, textAt(other, 'id')),
    ...withoutParts(edited.workshop, [gone]),
  ];
}

/** The internal name of a new fact in formulas, from its words. */
export function factName({ story }: StudioCase, says: string): string {
  const known = Object.keys(fieldsAt(story, 'variables'));
  const words = newId(says, [], 'fact').split('-');
  const name = words.map((word, n) => (n === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1))).join('');
  const plain = /^[a-z]/.test(name) ? name : `fact${name}`;
  let free = plain;
  for (let n = 2; known.includes(free) || RESERVED.has(free) || free in {}; n += 1) free = `${plain}${n}`;
  return free;
}

/** Words that a formula reads as something else. */
const RESERVED: ReadonlySet<string> = new Set(
  'true false null in role as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** The edit that sets the words of a variable, or adds a new boolean one. */
export function nameVariable({ story }: StudioCase, name: string, says: string): readonly Edit[] {
  const known = fieldsAt(story, 'variables');
  if (Object.hasOwn(known, name))
    return [{ do: 'set', file: STORY_FILE, at: ['variables', name, 'says'], value: says }];
  const value: FileValue = { type: 'bool', initial: false, says };
  return Object.keys(known).length === 0
    ? [{ do: 'set', file: STORY_FILE, at: ['variables'], value: { [name]: value }, after: ['stages'] }]
    : [{ do: 'set', file: STORY_FILE, at: ['variables', name], value }];
}

/**
 * The edits that remove a fact, with all that sets it and the changes of ads that wait for it; conditions that ask for
 * it are named by the checker.
 */
export function removeFact({ story }: StudioCase, name: string): readonly Edit[] {
  const edits: Edit[] = [];
  const drop = (fields: Readonly<Record<string, FileValue>>, at: readonly (string | number)[]) => {
    const set = fieldsAt(fields, 'set');
    if (!Object.hasOwn(set, name)) return;
    edits.push(
      Object.keys(set).length === 1
        ? { do: 'remove', file: STORY_FILE, at: [...at, 'set'] }
        : { do: 'remove', file: STORY_FILE, at: [...at, 'set', name] },
    );
  };
  for (const [id, scene] of Object.entries(story.states)) {
    drop(scene, scenePath(story, id));
    for (const [n, option] of listAt(scene, 'options').entries())
      if (isFields(option)) drop(option, [...scenePath(story, id), 'options', n]);
  }
  const changes = listAt(story, 'world');
  const waiting = [...changes.entries()].filter(([, change]) => isFields(change) && change.when === name);
  if (waiting.length > 0 && waiting.length === changes.length)
    edits.push({ do: 'remove', file: STORY_FILE, at: ['world'] });
  else for (const [n] of waiting.reverse()) edits.push({ do: 'remove', file: STORY_FILE, at: ['world', n] });
  const variables = fieldsAt(story, 'variables');
  edits.push(
    Object.keys(variables).length === 1
      ? { do: 'remove', file: STORY_FILE, at: ['variables'] }
      : { do: 'remove', file: STORY_FILE, at: ['variables', name] },
  );
  return edits;
}

/** The edits that let the case be played in one more role, with a text to be written. The first role gets its kind. */
export function addRole({ story }: StudioCase, role: string, first: string): readonly Edit[] {
  const person = {
    title: toWrite('Who the person is.'),
    text: toWrite('What the person may do and may not do.'),
    operator: toWrite('The name in the evidence record.'),
    legalBasis: toWrite('The order or rule that allows the work.'),
  };
  const roles = fieldsAt(story, 'roles');
  const edits: Edit[] = [];
  if (textAt(fieldsAt(story, 'role'), 'kind') === '')
    edits.push({ do: 'set', file: STORY_FILE, at: ['role', 'kind'], value: first, after: [] });
  edits.push(
    Object.keys(roles).length === 0
      ? { do: 'set', file: STORY_FILE, at: ['roles'], value: { [role]: person }, after: ['role'] }
      : { do: 'set', file: STORY_FILE, at: ['roles', role], value: person },
  );
  return edits;
}

/** The edits that take a role out, with the texts that it alone reads. */
export function removeRole({ story }: StudioCase, role: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [id, scene] of Object.entries(story.states)) {
    const views = fieldsAt(scene, 'views');
    if (!Object.hasOwn(views, role)) continue;
    edits.push(
      Object.keys(views).length === 1
        ? { do: 'remove', file: STORY_FILE, at: [...scenePath(story, id), 'views'] }
        : { do: 'remove', file: STORY_FILE, at: [...scenePath(story, id), 'views', role] },
    );
  }
  const roles = fieldsAt(story, 'roles');
  edits.push(
    Object.keys(roles).length === 1
      ? { do: 'remove', file: STORY_FILE, at: ['roles'] }
      : { do: 'remove', file: STORY_FILE, at: ['roles', role] },
  );
  return edits;
}
