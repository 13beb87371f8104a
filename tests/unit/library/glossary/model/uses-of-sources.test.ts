import { describe, expect, it } from 'vitest';
import { codesCitedIn } from '#library/glossary/model/codes-cited-in.ts';
import { usesOfSources } from '#library/glossary/model/uses-of-sources.ts';

describe('where a source is used', () => {
  const uses = usesOfSources([
    {
      kind: 'lesson',
      title: 'First',
      path: 'learn/a/',
      cites: [
        { code: 'BUD', mark: 'V', says: 'Keep it.' },
        { code: 'BUD', mark: 'A', says: 'Keep it.' },
      ],
    },
    { kind: 'lesson', title: 'Second', path: 'learn/b/', cites: [{ code: 'BUD', mark: 'V', says: 'Keep it.' }] },
    { kind: 'case', title: 'A case', path: 'cases/c/', cites: [{ code: 'BUD' }] },
  ]);

  it('lists each page once, and makes no statement of a case', () => {
    expect(uses.get('BUD')?.pages.map(({ path }) => path)).toEqual(['learn/a/', 'learn/b/', 'cases/c/']);
    expect(uses.get('BUD')?.statements.flatMap(({ pages }) => pages.map(({ path }) => path))).not.toContain('cases/c/');
  });

  it('keeps a statement apart for each mark, with the pages that make it', () => {
    expect(uses.get('BUD')?.statements).toEqual([
      {
        says: 'Keep it.',
        mark: 'V',
        pages: [
          { title: 'First', path: 'learn/a/' },
          { title: 'Second', path: 'learn/b/' },
        ],
      },
      { says: 'Keep it.', mark: 'A', pages: [{ title: 'First', path: 'learn/a/' }] },
    ]);
    expect(uses.get('PAL')).toBeUndefined();
  });

  it('finds citations at any depth of a key, and takes no other code for one', () => {
    const cited = { code: 'PAL', mark: 'V', says: 'Three parts.' };
    const key = { decisions: { d: { sources: [cited], options: { a: { code: 'X' } } } }, order: { sources: [cited] } };

    expect(codesCitedIn(key)).toEqual(['PAL']);
  });
});
