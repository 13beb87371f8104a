import { describe, expect, it } from 'vitest';
import { lintText } from '#safety/content/model/lint-text.ts';
import type { PassageKind } from '#safety/content/model/passage.ts';
import { inFull } from '../../../../support/in-full.ts';

/** Enough for a pattern that reads a text again from every place to run into the limit of time. */
const CHARACTERS = inFull(1_000_000, 50_000);

/** Texts that make a careless pattern try again from every place: one beginning, again and again, and never an end. */
const UNITS = [
  '1',
  '1 ',
  '00-',
  '192.',
  '12:',
  '+1 ',
  '(',
  '2031-03-12',
  '0305 ',
  'a',
  'a.',
  'a@',
  'aa ',
  'www.',
  'http://',
  'A v. B',
  'SIM 5 for ',
  'aSIM 1,',
  '$a',
  'bc1',
  '1A',
  'GB00 ',
  'ab',
  'a:',
  '::',
  '<',
  '<a ',
  '![',
  '](',
  '“',
  '"',
  '`',
  '```\n',
  'Mr ',
  'Rue ',
  'aged ',
  'support ',
  'victims of ',
  '\n',
  '\u0000',
  '😀',
];

/** Heads of lessons whose lists never end. */
const HEADS = ['', '---\n', '---\nsources:\n  - a\n', '---\n- text: x\n  right: '];

const filled = (unit: string, head = '') =>
  head + unit.repeat(Math.ceil(CHARACTERS / unit.length)).slice(0, CHARACTERS);

describe(`a text of ${CHARACTERS} characters`, () => {
  it.each(UNITS)('is read to its end where it repeats %j', (unit) => {
    for (const kind of ['generated', 'lesson'] satisfies PassageKind[])
      expect(lintText(filled(unit), { kind, file: 'long.txt' }).length).toBeLessThanOrEqual(101);
  });

  it.each(HEADS)('is read to its end behind the head %j', (head) => {
    for (const unit of ['  - a: b\n', '- text: x\n', '“victim ', '"victim\n', '<Cite '])
      expect(lintText(filled(unit, head), { kind: 'lesson', file: 'long.mdx' }).length).toBeLessThanOrEqual(101);
  });

  it('still has its last word read', () => {
    const issues = lintText(`${filled('a quiet word ')} victim`, { kind: 'scenario', file: 'long.txt' });

    expect(issues.map(({ code, position }) => [code, position?.column])).toEqual([['safety.C19', CHARACTERS + 2]]);
  });
});
