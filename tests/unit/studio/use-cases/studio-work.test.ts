import { describe, expect, it } from 'vitest';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { libraryTexts } from '#studio/use-cases/studio-library.ts';
import { createStudioWork } from '#studio/use-cases/studio-work.ts';
import { KINDS } from '../../../support/builders/kinds.ts';
import { PROJECT } from '../../../support/builders/the-library.ts';

const TEXTS = libraryTexts(PROJECT);
const FILES = Object.fromEntries(newCaseFiles('my-case'));

describe('the studio while somebody writes its library', () => {
  it('keeps the library before the fault, and continues with the open draft', () => {
    const work = createStudioWork(KINDS);
    expect(work.load(TEXTS)).toEqual([]);
    work.open(FILES, 'my-case');
    work.write('scenario.yaml', `${FILES['scenario.yaml']}# one step\n`);

    const faults = work.load({ ...TEXTS, 'content/sources.yaml': '- { code: X' });

    expect(faults).toMatchObject([{ position: { file: 'content/sources.yaml' } }]);
    expect(work.check()).toMatchObject({ findings: [], canBePlayed: true });
    expect(work.undo().files).toEqual(FILES);
  });

  it('checks the open draft against a library that has changed', () => {
    const work = createStudioWork(KINDS);
    work.load(TEXTS);
    work.open(FILES, 'my-case');
    // The source that the case cites has another code from now on.
    const renamed = Object.entries(TEXTS).map(([path, text]) => [path, text.replaceAll('WHO03', 'WHO99')]);
    expect(work.load(Object.fromEntries(renamed))).toEqual([]);

    expect(work.check().findings).toMatchObject([{ issue: { position: { file: 'scenarios/my-case/key.yaml' } } }]);
  });

  it('counts the findings of a case that is not open', () => {
    const work = createStudioWork(KINDS);
    work.load(TEXTS);
    work.open(FILES, 'my-case');

    expect(work.count(FILES, 'my-case')).toEqual({ errors: 0, warnings: 0 });
    expect(work.count(FILES, 'your-case')).toMatchObject({ errors: 1, first: { severity: 'error' } });
    expect(work.check().findings).toEqual([]);
  });
});
