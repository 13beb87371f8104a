import { expect, it } from 'vitest';
import { choosePattern } from '#core/studio/commands/pattern-command.ts';
import { applyEdit, type FileValue } from '#core/studio/edit.ts';
import { KEY_FILE, STORY_FILE, type StudioCase, studioCase } from '#core/studio/studio-case.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';

const PATTERN = LIBRARY.patterns.find(({ decision }) => decision === 'D04');
const STORY = {
  id: 'a-case',
  initial: 'call',
  states: { call: { type: 'decision', title: 'A call', options: [{ id: 'a' }, { id: 'b' }] } },
};

/** What both files hold after a pattern was chosen for the call. */
function chosen(key: FileValue, pattern = PATTERN) {
  const edited = studioCase(STORY, key) as StudioCase;
  const files: Record<string, FileValue> = { [STORY_FILE]: STORY, [KEY_FILE]: key };
  for (const edit of choosePattern(edited, 'call', pattern))
    files[edit.file] = applyEdit(files[edit.file] as FileValue, edit);
  return files;
}

it('brings principle and sources with it, and an entry for each option', () => {
  const files = chosen({ version: 1, decisions: {} });

  expect(files).toMatchObject({
    [STORY_FILE]: { states: { call: { decision: 'D04' } } },
    [KEY_FILE]: { decisions: { call: { principle: PATTERN?.principle, sources: PATTERN?.sources } } },
  });
  expect(Object.keys((files[KEY_FILE] as { decisions: { call: { options: object } } }).decisions.call.options)).toEqual(
    ['a', 'b'],
  );
});

it('leaves what an author has written', () => {
  const own = { principle: 'Our own words.', sources: [{ code: 'SEED', mark: 'V', says: 'x' }], options: {} };

  expect(chosen({ version: 1, decisions: { call: own } })[KEY_FILE]).toEqual({ version: 1, decisions: { call: own } });
});
