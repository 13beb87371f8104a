import { describe, expect, it } from 'vitest';
import { plainText, sectionsOf } from '#site/search/screens/plain-text.ts';

describe('plainText', () => {
  it('keeps the words and drops tags, references and markup', () => {
    const mdx =
      '<Passage>\n\nAn **ad** is a lead.<Ref n={1} />\n\n- one\n- `two`\n\n</Passage>\n<Note n={1}>E4J. <Cite code="E4J" mark="V" /></Note>';

    expect(plainText(mdx)).toBe('An ad is a lead. one two E4J.');
  });

  it('reads the cells of a table as words', () => {
    expect(plainText('| File | Holds |\n|---|---|\n| key | answers |')).toBe('File Holds key answers');
  });
});

describe('sectionsOf', () => {
  it('cuts at headings and leaves out an empty beginning', () => {
    expect(sectionsOf('<Passage>\n\n## First\n\nOne.\n\n## Second\n\nTwo.\n')).toEqual([
      { heading: 'First', text: 'One.' },
      { heading: 'Second', text: 'Two.' },
    ]);
  });
});
