import { describe, expect, it } from 'vitest';
import { createAuthorTool } from '#app/author/create-author-tool.ts';
import { loadCase } from '#app/library/load-case.ts';
import { newCaseFiles } from '#app/library/new-case-files.ts';
import type { ProjectFiles } from '#app/library/project-files.ts';
import { LIBRARY, PROJECT } from '../../../support/builders/the-library.ts';

const PLACE = 'mine/first-case';

/** A folder of cases that can be written to, and a desk over it. */
function aDesk() {
  const texts = new Map([...newCaseFiles('first-case')].map(([name, text]) => [`${PLACE}/${name}`, text]));
  const content = new Map<string, string>();
  const files: ProjectFiles = {
    read: (path) => texts.get(path),
    list: (folder) => {
      const inside = [...texts.keys()].filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] as string))].sort();
    },
  };
  const library: ProjectFiles = { ...PROJECT, read: (path) => content.get(path) ?? PROJECT.read(path) };
  const desk = createAuthorTool(files, 'mine', library);
  desk.check();
  const edit = (name: string, change: (text: string) => string) => {
    const path = `${PLACE}/${name}`;
    texts.set(path, change(texts.get(path) ?? ''));
    return desk.check();
  };
  return { desk, texts, content, files, edit };
}

const swap = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe('an author’s desk', () => {
  it('lists the cases of a folder, and the folder itself where it is one', () => {
    const { desk, files } = aDesk();
    const alone = createAuthorTool(files, PLACE, PROJECT);
    alone.check();

    expect(desk.list()).toMatchObject({ folder: 'mine', library: [], cases: [{ place: PLACE, errors: 0 }] });
    expect(alone.list().cases.map(({ place }) => place)).toEqual([PLACE]);
  });

  it('reports the same issues of a case as check-scenarios, with their states', () => {
    const { desk, edit, files } = aDesk();

    expect(edit('scenario.yaml', swap('next: morning', 'next: evening-after'))).toBe(true);

    const loaded = loadCase(files, PLACE, LIBRARY);
    const { findings = [] } = desk.draft(PLACE) ?? {};
    expect(findings.map(({ issue }) => issue)).toEqual(loaded.ok ? [] : loaded.issues);
    expect(findings).toContainEqual(
      expect.objectContaining({
        issue: expect.objectContaining({ code: 'scenario.missing-target' }),
        state: 'message',
      }),
    );
    expect(desk.list().cases[0]).toMatchObject({ errors: findings.length, version: 2 });
  });

  it('keeps the last playable text until a new one is playable', () => {
    const { desk, edit } = aDesk();
    const first = desk.draft(PLACE);
    edit('scenario.yaml', (text) => `${text}\n  : [`);
    const broken = desk.draft(PLACE);
    edit('scenario.yaml', swap('\n  : [', ''));
    const mended = desk.draft(PLACE);

    expect(broken).toMatchObject({ earlier: true, played: first?.played, chart: first?.chart, title: first?.title });
    expect(broken?.figures).toBeUndefined();
    expect(mended).toMatchObject({ earlier: false, findings: [], version: 3 });
  });

  it('lets a case be played whose faults do not block its story', () => {
    const { desk, edit } = aDesk();
    edit('key.yaml', swap('rating: good', 'rating: acceptable'));
    const draft = desk.draft(PLACE);

    expect(draft?.findings.some(({ issue }) => issue.severity === 'error')).toBe(true);
    expect(draft?.earlier).toBe(false);
    expect(draft?.played?.parts).toHaveProperty(
      ['key/decisions/message.json', 'key', 'options', 'b', 'rating'],
      'acceptable',
    );
  });

  it('reports no change where nothing has changed', () => {
    const { desk, edit } = aDesk();

    expect(edit('scenario.yaml', (text) => text)).toBe(false);
    expect(desk.list().cases[0]?.version).toBe(1);
  });

  it('adds a new case, and drops a deleted one', () => {
    const { desk, texts } = aDesk();
    for (const [name, text] of newCaseFiles('second-case')) texts.set(`mine/second-case/${name}`, text);
    desk.check();
    expect(desk.list().cases.map(({ place }) => place)).toEqual([PLACE, 'mine/second-case']);

    texts.delete(`${PLACE}/scenario.yaml`);
    desk.check();
    expect(desk.list().cases.map(({ place }) => place)).toEqual(['mine/second-case']);
    expect(desk.draft(PLACE)).toBeUndefined();
  });

  it('reports the faults of the library, and checks against its last valid version', () => {
    const { desk, content, edit } = aDesk();
    content.set('content/sources.yaml', '- { code: X');
    desk.check();
    expect(desk.list().library).toMatchObject([{ position: { file: 'content/sources.yaml' } }]);

    edit('scenario.yaml', swap('title: ', 'title: New. '));
    expect(desk.list().cases[0]).toMatchObject({ errors: 0, version: 2 });

    content.clear();
    desk.check();
    expect(desk.list().library).toEqual([]);
  });
});
