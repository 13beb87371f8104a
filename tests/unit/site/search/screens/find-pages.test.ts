import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '#site/search/screens/build-search-index.ts';
import { contextOf, findPages } from '#site/search/screens/find-pages.ts';

const documents = [
  {
    path: 'signs/shared-phone/',
    title: 'One phone, several people',
    kind: 'Sign',
    text: 'The same number stands in the ads of people with different names. Indicators are read locally.',
  },
  {
    path: 'learn/j1/#4',
    title: 'Is it unchanged?',
    kind: 'Lesson',
    text: 'When was the hash taken, and who has had the file since? A phone is named once.',
  },
  { path: 'about/', title: 'About', kind: 'Page', text: 'What the kit is.' },
];
const file = JSON.parse(JSON.stringify(buildSearchIndex(documents)));
const find = (query: string) => findPages(lunr.Index.load(file.index), file.documents, query);
const paths = (query: string) => find(query).hits.map((hit) => hit.document.path);

describe('findPages', () => {
  it('puts a page with the word in its title first', () => {
    expect(paths('phone')).toEqual(['signs/shared-phone/', 'learn/j1/#4']);
  });

  it('finds a word by its beginning and in its other forms', () => {
    expect(paths('indicat')).toEqual(['signs/shared-phone/']);
    expect(paths('Indicator')).toEqual(['signs/shared-phone/']);
  });

  it('does not take a short word for the beginning of another', () => {
    expect(paths('o')).toEqual([]);
    expect(paths('of phone')).toEqual(paths('phone'));
  });

  it('falls back to words one letter away, and says so', () => {
    expect(find('hassh')).toMatchObject({ nearOnly: true, hits: [{ document: { path: 'learn/j1/#4' } }] });
    expect(find('hash').nearOnly).toBe(false);
  });

  it('finds nothing for an empty query, and accepts query operators without an error', () => {
    expect(paths('  ')).toEqual([]);
    expect(paths('zzzzzz')).toEqual([]);
    expect(() => paths('title:x +phone -hash ~ * ^2 "')).not.toThrow();
  });

  it('shows the found words in their sentence', () => {
    const context = find('hash').hits[0]?.context;

    expect(context?.filter((piece) => piece.found).map((piece) => piece.text)).toEqual(['hash']);
    expect(context?.map((piece) => piece.text).join('')).toBe(documents[1]?.text);
  });
});

describe('contextOf', () => {
  const text = `${'before '.repeat(30)}needle ${'after '.repeat(60)}`.trim();

  it('cuts at word boundaries with an ellipsis', () => {
    const whole = contextOf(text, [[210, 6]])
      .map((piece) => piece.text)
      .join('');

    expect(whole).toMatch(/^… before (before )*needle after (after )*…$/);
    expect(whole.length).toBeLessThan(240);
  });

  it('marks the word without the comma behind it', () => {
    expect(contextOf('hold the “phone”, then', [[9, 8]])).toEqual([
      { text: 'hold the “', found: false },
      { text: 'phone', found: true },
      { text: '”, then', found: false },
    ]);
  });

  it('begins at the beginning where the text itself has no match', () => {
    expect(contextOf(text, [])[0]?.text).toMatch(/^before before/);
  });
});
