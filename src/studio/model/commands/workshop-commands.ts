import { toWrite } from '#case/checking/model/to-write.ts';
import type { Edit, EditPath, FileValue } from '#studio/model/edit.ts';
import { stageOf } from '#studio/model/groups.ts';
import {
  type Fields,
  fieldsAt,
  isFields,
  listAt,
  type StudioCase,
  textAt,
  WORKSHOP_FILE,
} from '#studio/model/studio-case.ts';

/** Fields that stand before the injects in the file of a workshop. */
const BEFORE_INJECTS = ['scenario', 'cuts', 'short', 'chairs'];

/** Edits that create `workshop.yaml` if it is missing. */
function begun({ story, workshop }: StudioCase): readonly Edit[] {
  if (workshop) return [];
  const set = (field: string, value: FileValue): Edit => ({ do: 'set', file: WORKSHOP_FILE, at: [field], value });
  return [set('schema', 'workshop/1'), set('scenario', story.id)];
}

/** The edits that add a message which a facilitator can send while a part of the case is played. */
export function addMessage(edited: StudioCase, stage: string, title: string): readonly Edit[] {
  const messages = listAt(edited.workshop ?? {}, 'injects');
  const value = { at: stage, title, text: toWrite('What all teams read. It has to be true on every way.') };
  return [
    ...begun(edited),
    messages.length === 0
      ? { do: 'set', file: WORKSHOP_FILE, at: ['injects'], value: [value], after: BEFORE_INJECTS }
      : { do: 'insert', file: WORKSHOP_FILE, at: ['injects', messages.length], value },
  ];
}

/** The edit that removes a message of the facilitator. */
export const removeMessage = ({ workshop = {} }: StudioCase, n: number): readonly Edit[] =>
  withoutItems(workshop, ['injects'], (_, at) => at === n);

/** The edits that set the role that votes first on a decision; without a role it is the first one of the case. */
export function speakFirstTo(edited: StudioCase, scene: string, role: string): readonly Edit[] {
  const chairs = fieldsAt(edited.workshop ?? {}, 'chairs');
  if (role === '') return Object.hasOwn(chairs, scene) ? withoutField(edited.workshop ?? {}, 'chairs', scene) : [];
  return [
    ...begun(edited),
    Object.keys(chairs).length === 0
      ? {
          do: 'set',
          file: WORKSHOP_FILE,
          at: ['chairs'],
          value: { [scene]: role },
          after: BEFORE_INJECTS,
        }
      : { do: 'set', file: WORKSHOP_FILE, at: ['chairs', scene], value: role },
  ];
}

/** The edits that take scenes, or a part of the case, out of the plan of a workshop. */
export function withoutParts(workshop: Fields | undefined, gone: readonly string[]): readonly Edit[] {
  if (!workshop) return [];
  const names = (part: FileValue) => String(isFields(part) ? part.at : part);
  const isGone = (part: FileValue) => gone.includes(names(part));
  const cuts = listAt(workshop, 'cuts');
  const isEmpty = (cut: FileValue) => isFields(cut) && cut.play !== undefined && listAt(cut, 'play').every(isGone);
  const parts = cuts.flatMap((cut, n) =>
    isFields(cut) && !isEmpty(cut) ? withoutItems(cut, ['play'], isGone, ['cuts', n]) : [],
  );
  return [
    ...parts,
    ...withoutItems(workshop, ['cuts'], isEmpty),
    ...['short', 'chairs'].flatMap((field) => withoutFields(workshop, field, gone)),
  ];
}

/** The edits that move messages from a part of the case to another one. */
export function moveMessages({ workshop }: StudioCase, from: string, to: string): readonly Edit[] {
  return listAt(workshop ?? {}, 'injects').flatMap((message, n): readonly Edit[] =>
    isFields(message) && textAt(message, 'at') === from
      ? [{ do: 'set', file: WORKSHOP_FILE, at: ['injects', n, 'at'], value: to }]
      : [],
  );
}

/** Parts of the case with a scene, which can have messages. */
export function playedStages({ story }: StudioCase): readonly string[] {
  const used = new Set(Object.keys(story.states).map((id) => stageOf(story, id)));
  return listAt(story, 'stages').flatMap((stage) =>
    isFields(stage) && used.has(textAt(stage, 'id')) ? [textAt(stage, 'id')] : [],
  );
}

const withoutField = (workshop: Fields, field: string, name: string) => withoutFields(workshop, field, [name]);

function withoutFields(workshop: Fields, field: string, gone: readonly string[]): readonly Edit[] {
  const names = Object.keys(fieldsAt(workshop, field));
  const left = names.filter((name) => !gone.includes(name));
  if (left.length === names.length) return [];
  if (left.length === 0) return [{ do: 'remove', file: WORKSHOP_FILE, at: [field] }];
  return names.flatMap((name): readonly Edit[] =>
    gone.includes(name) ? [{ do: 'remove', file: WORKSHOP_FILE, at: [field, name] }] : [],
  );
}

/**
 * The edits that remove items of a list, from the last one on, so that indexes stay true; the list with its last item.
 */
function withoutItems(
  fields: Fields,
  [field]: readonly [string],
  isGone: (item: FileValue, n: number) => boolean,
  place: EditPath = [],
): readonly Edit[] {
  const items = listAt(fields, field);
  const gone = [...items.entries()].filter(([n, item]) => isGone(item, n));
  if (gone.length === 0) return [];
  const at = [...place, field];
  if (gone.length === items.length) return [{ do: 'remove', file: WORKSHOP_FILE, at }];
  return gone.reverse().map(([n]): Edit => ({ do: 'remove', file: WORKSHOP_FILE, at: [...at, n] }));
}
