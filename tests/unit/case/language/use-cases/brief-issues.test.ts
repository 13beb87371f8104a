import { describe, expect, it } from 'vitest';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const TABLE = 'scenarios/which-measures-first';
const FIND = 'scenarios/find-few-words';

function issuesWith(folder: string, from: string, to: string) {
  const read = loadCase(projectWith({ [`${folder}/scenario.yaml`]: swap(from, to) }), folder, LIBRARY);
  return read.ok ? [] : read.issues;
}

describe('a fault in the brief of an exercise', () => {
  it.each([
    [
      'a number out of range',
      FIND,
      'budget: 20',
      'budget: 0',
      /:67:\d+ schema\.number .*"budget".*whole number from 1/,
    ],
    ['text for a number', FIND, 'budget: 20', 'budget: many', /:67:\d+ schema\.number .*cannot be many/],
    [
      'another word',
      TABLE,
      'word: pattern, count: [3, 3]',
      'word: patern, count: [3, 3]',
      /:93:\d+ schema\.not-one-of /,
    ],
    ['a missing list', TABLE, 'topics: [edits], word: pattern', 'word: pattern', /:93:\d+ schema\.missing .*topics/],
  ])('is said in words and with a cure: %s', (_, folder, from, to, line) => {
    const lines = issuesWith(folder, from, to).map(printIssue);

    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines.join('\n')).not.toMatch(/Invalid input|Too small|expected/);
  });

  it('has the path of the file, and the line as it was meant', () => {
    const [misspelled] = issuesWith(FIND, 'budget: 20', 'bugdet: 20');
    const [word] = issuesWith(TABLE, 'word: pattern, count: [3, 3]', 'word: Pattern, count: [3, 3]');

    expect(misspelled).toMatchObject({
      code: 'schema.unknown-field-near',
      path: ['states', 'find', 'brief', 'bugdet'],
      params: { key: 'bugdet', suggestion: 'budget', field: 'brief.bugdet' },
      mended: { line: 67, text: '    brief: { budget: 20 }' },
    });
    expect(word?.mended?.text).toContain('word: pattern, count: [3, 3]');
  });
});
