import { expect, it } from 'vitest';
import type { Issue } from '#kernel/model/issue.ts';
import { placeOfFinding } from '#studio/islands/place-of-finding.ts';
import { KEY_FILE, STORY_FILE, type StudioCase, studioCase } from '#studio/model/studio-case.ts';
import { sayFinding } from '#studio/screens/say-finding.ts';
import { KINDS } from '../../../support/builders/kinds.ts';

const EDITED = studioCase(
  {
    id: 'a-case',
    initial: 'call',
    variables: { rainFalls: { type: 'bool', initial: false, says: 'rain falls' } },
    states: { call: { type: 'decision', title: 'A call', options: [{ id: 'x' }, { id: 'y' }] } },
  },
  {},
  'detection',
) as StudioCase;
const issue = (code: string, path: Issue['path'], params: Issue['params'], file = STORY_FILE): Issue => ({
  code,
  severity: 'warning',
  path,
  params,
  position: { file: `a-case/${file}`, line: 1, column: 1 },
});

it.each([
  [
    issue(
      'schema.too-small',
      ['decisions', 'call', 'sources'],
      { field: 'decisions.call.sources', least: 1 },
      KEY_FILE,
    ),
  ],
  [issue('scenario.unused-variable', ['variables', 'rainFalls'], { variable: 'rainFalls' })],
  [issue('scenario.act-in-words', [], { state: 'call', option: 'y', words: 'ring', act: 'contact' })],
  [issue('safety.C21', [], { text: 'x', needs: 2, declared: 1 })],
])('a finding names what the screen shows, and no field of a file: $code', (finding) => {
  const said = sayFinding(finding, EDITED, KINDS);

  expect(said).not.toMatch(/rainFalls|decisions\.|contentLevel|act: |\{|state "|"call"/);
  if (finding.params.act) expect(said).toMatch(/^Option B of “A call”.*“reach out to a person”/);
  if (finding.params.variable) expect(said).toContain('“rain falls”');
});

it('a step of the best way is mended on the sheet of the case, though it names a scene', () => {
  const finding = issue('key.model-not-playable', ['model', 0], { step: 1, said: 'no' }, KEY_FILE);

  expect(placeOfFinding(EDITED.story, { issue: finding, state: 'call' })).toEqual({ view: 'case' });
  expect(placeOfFinding(EDITED.story, { issue: { ...finding, path: ['decisions', 'call'] }, state: 'call' })).toEqual({
    view: 'scene',
    scene: 'call',
  });
});
