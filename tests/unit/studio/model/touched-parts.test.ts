import { expect, it } from 'vitest';
import type { Edit } from '#studio/model/edit.ts';
import { KEY_FILE, STORY_FILE } from '#studio/model/studio-case.ts';
import { partsOfFinding, touchedBy } from '#studio/model/touched-parts.ts';

const issue = (file: string, path: (string | number)[]) => ({
  code: 'x',
  severity: 'error' as const,
  path,
  params: {},
  position: { file: `scenarios/x/${file}`, line: 1, column: 1 },
});
const edit = (file: string, ...at: (string | number)[]): Edit => ({ do: 'remove', file, at });

it.each([
  ['the text of its scene', edit(STORY_FILE, 'states', 'first', 'text'), true],
  ['the rating of its scene', edit(KEY_FILE, 'decisions', 'first', 'options', 'a', 'rating'), true],
  ['another scene', edit(STORY_FILE, 'states', 'second', 'text'), false],
  ['the market', edit(STORY_FILE, 'market', 'seed'), false],
])('a finding in a scene is checked again after an edit of %s: %s', (_, made, again) => {
  const parts = partsOfFinding(issue(STORY_FILE, ['states', 'first', 'options', 0, 'text']), 'first');

  expect(parts.some((part) => touchedBy([made]).includes(part))).toBe(again);
});

it('a finding about the whole case is checked again after an edit of its field in the same file', () => {
  const parts = partsOfFinding(issue(KEY_FILE, ['model', 3]), undefined);

  expect(touchedBy([edit(KEY_FILE, 'model')])).toEqual(parts);
  expect(touchedBy([edit(STORY_FILE, 'model')])).not.toEqual(parts);
});
