import { expect, it } from 'vitest';
import { choosePattern } from '#studio/model/commands/pattern-command.ts';
import { applyEdit, type FileValue } from '#studio/model/edit.ts';
import { KEY_FILE, STORY_FILE, type StudioCase, studioCase } from '#studio/model/studio-case.ts';
import { LIBRARY } from '../../../support/builders/the-library.ts';

const PATTERN = LIBRARY.patterns.find(({ decision }) => decision === 'D04');
const STORY = {
  id: 'a-case',
  initial: 'call',
  states: { call: { type: 'decision', title: 'A call', options: [{ id: 'a' }, { id: 'b' }] } },
};

/** What both files hold after a pattern was chosen for the call. */
function chosen(key: FileValue, pattern = PATTERN, story: FileValue = STORY) {
  const edited = studioCase(story, key, 'detection') as StudioCase;
  const files: Record<string, FileValue> = { [STORY_FILE]: story, [KEY_FILE]: key };
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

it('gives each empty option an example, one of them good, and leaves the others', () => {
  const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id === 'b' ? 'Our own act.' : 'TO WRITE. An act.' }));
  const story = { ...STORY, states: { call: { type: 'decision', title: 'A call', options } } };
  const files = chosen({ version: 1, decisions: {} }, PATTERN, story);
  const texts = (files[STORY_FILE] as typeof story).states.call.options.map(({ text }) => text);
  const key = files[KEY_FILE] as { decisions: { call: { options: Record<string, { rating: string }> } } };
  const ratings = Object.values(key.decisions.call.options).map(({ rating }) => rating);

  expect(texts[1]).toBe('Our own act.');
  expect(
    texts.filter((text) => PATTERN?.options.some(({ does }) => text === `TO WRITE. For example: ${does}`)),
  ).toHaveLength(3);
  expect(ratings[1]).toBe('acceptable');
  expect(new Set(ratings).size).toBeGreaterThan(2);
});

it('leaves what an author has written', () => {
  const own = { principle: 'Our own words.', sources: [{ code: 'SEED', mark: 'V', says: 'x' }], options: {} };

  expect(chosen({ version: 1, decisions: { call: own } })[KEY_FILE]).toEqual({ version: 1, decisions: { call: own } });
});
