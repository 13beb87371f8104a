import type { Edit } from '#studio/model/edit.ts';
import { newId } from '#studio/model/new-id.ts';
import { fieldsAt, isFields, listAt, STORY_FILE, type StudioCase, textAt } from '#studio/model/studio-case.ts';

/** Changes of ads: their text changes, they are taken down, or they move to a mirror. */
export const AD_CHANGES = ['edited', 'removed', 'moved'] as const;
export type AdChangeName = (typeof AD_CHANGES)[number];

const FIRST_MINUTES = 60;

/** The edit that adds a change of ads: some time after a fact has become true, ads with one phone are removed. */
export function addChange({ story }: StudioCase, fact: string, ad: string): readonly Edit[] {
  const changes = listAt(story, 'world');
  const value = { when: fact, change: 'removed', afterMinutes: FIRST_MINUTES, sharingPhoneWith: ad };
  return [
    changes.length === 0
      ? { do: 'set', file: STORY_FILE, at: ['world'], value: [value], after: ['stages', 'variables'] }
      : { do: 'insert', file: STORY_FILE, at: ['world', changes.length], value },
  ];
}

/** The edits that set the change of ads; a move names its mirror. */
export function setChange(edited: StudioCase, n: number, change: AdChangeName, mirror: string): readonly Edit[] {
  const held = changeAt(edited, n);
  if (!held || held.change === change) return [];
  const set: Edit = { do: 'set', file: STORY_FILE, at: ['world', n, 'change'], value: change };
  if (change === 'moved') return held.to === undefined ? [set, ...nameMirror(edited, n, mirror)] : [set];
  return held.to === undefined ? [set] : [set, { do: 'remove', file: STORY_FILE, at: ['world', n, 'to'] }];
}

/** The edit that names the mirror to which ads move. Its unused id and address follow from the name. */
export function nameMirror({ story }: StudioCase, n: number, name: string): readonly Edit[] {
  const others = listAt(story, 'world').flatMap((change, at) =>
    at !== n && isFields(change) ? [textAt(fieldsAt(change, 'to'), 'id')] : [],
  );
  const id = newId(name, others, 'mirror');
  const value = { id, name, host: `${id}.example` };
  return [{ do: 'set', file: STORY_FILE, at: ['world', n, 'to'], value }];
}

/** The edit that removes a change of ads. */
export function removeChange({ story }: StudioCase, n: number): readonly Edit[] {
  const changes = listAt(story, 'world');
  if (n < 0 || n >= changes.length) return [];
  return [{ do: 'remove', file: STORY_FILE, at: changes.length === 1 ? ['world'] : ['world', n] }];
}

const changeAt = ({ story }: StudioCase, n: number) => {
  const held = listAt(story, 'world')[n];
  return isFields(held) ? held : undefined;
};
