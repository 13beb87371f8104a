import { describe, expect, it } from 'vitest';
import { removeFact, removeStage } from '#studio/model/commands/case-commands.ts';
import { addGroup, addRegion, removeRegion } from '#studio/model/commands/group-commands.ts';
import { writeModel } from '#studio/model/commands/model-command.ts';
import { addOrderPair, freePairs, removeOrderPair, setPassMark } from '#studio/model/commands/order-commands.ts';
import { removeScene } from '#studio/model/commands/scene-commands.ts';
import { beginTranslation, translateText, withoutLostTexts } from '#studio/model/commands/translation-commands.ts';
import { addMessage } from '#studio/model/commands/workshop-commands.ts';
import { addChange, nameMirror, setChange } from '#studio/model/commands/world-commands.ts';
import { applyEdit, type Edit, type FileValue } from '#studio/model/edit.ts';
import { STORY_FILE, type StudioCase, studioCase } from '#studio/model/studio-case.ts';
import { onlyTarget, readingOrder } from '#studio/model/targets.ts';
import { timedInjects } from '#studio/model/time-line.ts';
import { translatedTexts } from '#studio/model/translation.ts';

const option = (id: string, minutes: number, next: string) => ({
  id,
  text: `Do ${id}.`,
  minutes,
  then: 'So it is.',
  next,
});
const scene = (type: string, title: string, more: object) => ({
  type,
  stage: 'one',
  title,
  text: `${title}.`,
  ...more,
});
const FILES = {
  'scenario.yaml': {
    id: 'small',
    initial: 'desk',
    locale: 'en',
    title: 'Small',
    stages: [
      { id: 'one', title: 'One' },
      { id: 'two', title: 'Two' },
      { id: 'three', title: 'Three' },
    ],
    variables: { rung: { type: 'bool', initial: false } },
    states: {
      desk: scene('decision', 'Desk', {
        options: [option('a', 20, 'desk'), option('b', 10, 'visit'), option('c', 0, 'call')],
      }),
      visit: {
        type: 'group',
        stage: 'two',
        initial: 'door',
        states: {
          door: { type: 'narrative', title: 'Door', text: 'A door.', minutes: 30, next: 'note' },
          note: { type: 'inject', title: 'Note', text: 'A note.', from: 'Desk', next: 'visit-over' },
          'visit-over': { type: 'done' },
        },
        next: 'call',
      },
      call: scene('inject', 'Call', { from: 'Line', stage: 'three', next: 'end' }),
      end: scene('end', 'End', { stage: 'three' }),
    },
  },
  'key.yaml': { decisions: {}, model: [['desk', 'b']] },
  'workshop.yaml': {
    scenario: 'small',
    cuts: [{ minutes: 45, play: ['two', 'desk'] }],
    injects: [{ at: 'two', title: 'T', text: 'X' }],
  },
} as unknown as Readonly<Record<string, FileValue>>;

const caseOf = (files = FILES): StudioCase => {
  const edited = studioCase(files['scenario.yaml'], files['key.yaml'], 'detection', files);
  if (!edited) throw new Error('The case has not the form that cards need.');
  return edited;
};
/** The files after edits. */
function filesWith(edits: readonly Edit[], files = FILES): Readonly<Record<string, FileValue>> {
  const now = { ...files };
  for (const edit of edits) now[edit.file] = applyEdit(now[edit.file] ?? {}, edit);
  return now;
}

describe('scenes in a group', () => {
  it('come after the group and before its next scene in reading order, and continue from their end', () => {
    expect(readingOrder(caseOf().story)).toEqual(['desk', 'visit', 'door', 'note', 'visit-over', 'call', 'end']);
    expect(onlyTarget(caseOf().story, 'door')).toBe('note');
  });

  it('are edited in place: a removed scene is skipped, and the last one takes the group with it', () => {
    const once = filesWith(removeScene(caseOf(), 'door'));
    expect(caseOf(once).story.states.visit).toMatchObject({ initial: 'note' });
    const twice = filesWith(removeScene(caseOf(once), 'note'), once);
    expect(Object.keys(caseOf(twice).story.states)).toEqual(['desk', 'call', 'end']);
    expect(onlyTarget(caseOf(twice).story, 'call')).toBe('end');
    expect(JSON.stringify(twice['scenario.yaml'])).not.toContain('visit');
  });

  it('lose their key once, alone and with the group', () => {
    const key = { decisions: { door: { principle: 'P' }, desk: { principle: 'Q' } }, model: [['door', 'a']] };
    const files = { ...FILES, 'key.yaml': key as unknown as FileValue };
    for (const gone of ['door', 'visit'])
      expect(filesWith(removeScene(caseOf(files), gone), files)['key.yaml']).toEqual({
        decisions: { desk: { principle: 'Q' } },
        model: [],
      });
  });

  it('are added after another scene, at least two parallel ones', () => {
    const { id, edits } = addGroup(caseOf(), { type: 'parallel', titles: ['Read', 'Wait'], behind: 'call' });
    const files = filesWith(edits);
    expect(onlyTarget(caseOf(files).story, 'call')).toBe(id);
    expect(onlyTarget(caseOf(files).story, id)).toBe('end');
    const [first = ''] = Object.keys((caseOf(files).story.states[id] as unknown as { regions: object }).regions);
    expect(removeRegion(caseOf(files), id, first)).toEqual([]);
    const more = filesWith(addRegion(caseOf(files), id, 'Ask'), files);
    const less = caseOf(filesWith(removeRegion(caseOf(more), id, first), more));
    expect(readingOrder(less.story)).toEqual(expect.arrayContaining(['ask', 'wait']));
    expect(less.story.states.read).toBeUndefined();
  });
});

describe('the time line', () => {
  it('sorts injects by when they can come, also inside groups', () => {
    expect(timedInjects(caseOf().story)).toEqual([
      { id: 'call', earliest: 0 },
      { id: 'note', earliest: 40 },
    ]);
  });

  it('keeps messages of the facilitator in an existing part, and creates their file', () => {
    const files = filesWith(removeStage(caseOf(), 1));
    expect(files['workshop.yaml']).toEqual({
      scenario: 'small',
      cuts: [{ minutes: 45, play: ['desk'] }],
      injects: [{ at: 'one', title: 'T', text: 'X' }],
    });
    const { 'workshop.yaml': _, ...without } = FILES;
    expect(filesWith(addMessage(caseOf(without), 'one', 'A call'), without)['workshop.yaml']).toMatchObject({
      schema: 'workshop/1',
      scenario: 'small',
      injects: [{ at: 'one', title: 'A call' }],
    });
  });

  it('derives the id of a mirror from its name, and drops a change with its fact', () => {
    const added = filesWith(addChange(caseOf(), 'rung', '0302'));
    const moved = filesWith(setChange(caseOf(added), 0, 'moved', 'Mirror'), added);
    const named = filesWith(nameMirror(caseOf(moved), 0, 'Lantern & Co'), moved);
    expect(caseOf(named).story.world).toEqual([
      {
        when: 'rung',
        change: 'moved',
        afterMinutes: 60,
        sharingPhoneWith: '0302',
        to: { id: 'lantern-co', name: 'Lantern & Co', host: 'lantern-co.example' },
      },
    ]);
    expect(caseOf(filesWith(removeFact(caseOf(named), 'rung'), named)).story.world).toBeUndefined();
  });
});

describe('the key of the whole case', () => {
  it('has no act before itself, and no two acts in both orders', () => {
    const files = filesWith(addOrderPair(caseOf(), ['preserve', 'contact']));
    expect(freePairs(caseOf())).toHaveLength(12);
    expect(freePairs(caseOf(files))).toHaveLength(10);
    expect(removeOrderPair(caseOf(files), 0)).toEqual([{ do: 'remove', file: 'key.yaml', at: ['order'] }]);
  });

  it('takes a pass mark in percent, and no other number', () => {
    expect(setPassMark(caseOf(), 80)).toMatchObject([{ at: ['passMark'], value: 0.8 }]);
    expect([0, 101, 7.5, Number.NaN].flatMap((percent) => setPassMark(caseOf(), percent))).toEqual([]);
  });

  it('has a best path that visits a scene again, through a group', () => {
    const { 'key.yaml': _, ...rest } = FILES;
    const [edit] = writeModel(caseOf({ ...rest, 'key.yaml': { decisions: {} } }));
    expect(edit).toMatchObject({
      value: [
        ['desk', 'a'],
        ['desk', 'b'],
      ],
    });
    expect(writeModel(caseOf())).toEqual([]);
  });
});

describe('a translation', () => {
  const begun = filesWith(beginTranslation(caseOf(), 'de'));
  const named = (files: Readonly<Record<string, FileValue>>, name: string) =>
    translatedTexts(caseOf(files), 'de').find((text) => text.name === name);

  it('has each text of a group once, in its scene', () => {
    const texts = translatedTexts(caseOf(), 'de');
    expect(new Set(texts.map(({ name }) => name)).size).toBe(texts.length);
    expect(texts.filter(({ scene: of }) => of === 'door').map(({ name }) => name)).toEqual([
      'states.visit.states.door.title',
      'states.visit.states.door.text',
    ]);
  });

  it('is outdated after a change of the case, valid again once confirmed, and missing when emptied', () => {
    const name = 'states.desk.options.b.text';
    const text = named(begun, name);
    if (!text) throw new Error('The text is not there.');
    const done = filesWith(translateText(caseOf(begun), 'de', text, 'Tu b.'), begun);
    expect(named(done, name)?.state).toBe('done');
    const at = ['states', 'desk', 'options', 1, 'text'];
    const changed = filesWith([{ do: 'set', file: STORY_FILE, at, value: 'Do b now.' }], done);
    const stale = named(changed, name);
    expect(stale?.state).toBe('stale');
    expect(named(filesWith(translateText(caseOf(changed), 'de', stale ?? text, 'Tu b.'), changed), name)?.state).toBe(
      'done',
    );
    const emptied = filesWith(translateText(caseOf(done), 'de', text, ' '), done);
    expect(named(emptied, name)?.state).toBe('missing');
    expect(emptied['de.yaml']).toMatchObject({ texts: {} });
  });

  it('loses a text with its option, and no other', () => {
    const names = ['states.desk.options.a.text', 'states.desk.options.b.text'];
    const done = names.reduce((files, name) => {
      const text = named(files, name);
      return text ? filesWith(translateText(caseOf(files), 'de', text, 'Tu es.'), files) : files;
    }, begun);
    const less = filesWith([{ do: 'remove', file: STORY_FILE, at: ['states', 'desk', 'options', 0] }], done);
    expect(withoutLostTexts(done, less)).toEqual([{ do: 'remove', file: 'de.yaml', at: ['texts', names[0]] }]);
  });
});
