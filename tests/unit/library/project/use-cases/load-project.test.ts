import { describe, expect, it } from 'vitest';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, PROJECT, theCase } from '../../../../support/builders/the-library.ts';
import {
  issuesIn,
  issuesOf,
  KEY,
  linesOf,
  REVIEW,
  SCENARIO,
  SHARED_PHONE,
  SOURCES,
} from '../../../../support/library/a-broken-project.ts';

const FOLDER = 'scenarios/quiet-number';

describe('the shipped project', () => {
  it('has no issue', () => {
    expect(linesOf(issuesOf({}))).toEqual([]);
  });

  it('gets all its faults reported at once, over all files', () => {
    const lines = linesOf(
      issuesOf({
        [SCENARIO]: swap('title: The quiet number', 'title: 7'),
        [KEY]: swap('rating: red', 'rating: dark red'),
        [SHARED_PHONE]: swap('name: One phone', 'nam: One phone'),
        [SOURCES]: swap('  year: 2024', '  year: long ago'),
      }),
    );

    expect(
      lines.map((line) =>
        line
          .split(' ')
          .slice(0, 2)
          .join(' ')
          .replace(/:\d+:\d+/, ''),
      ),
    ).toEqual([
      `${SOURCES} schema.number`,
      `${SHARED_PHONE} schema.unknown-field-near`,
      `${SCENARIO} schema.wrong-type`,
      `${KEY} schema.not-one-of`,
    ]);
  });

  it('refuses a review of other texts than the current ones', () => {
    const review = 'content/reviews/screens.yaml';
    const signed = swap(
      'law: { status: not-reviewed }',
      `law: { status: reviewed, by: Lantern, on: 2031-01-05, what: All, textHash: "${'0'.repeat(64)}" }`,
    );

    expect(linesOf(issuesOf({ [review]: signed }))).toEqual([
      expect.stringMatching(/^content\/reviews\/screens\.yaml:5:\d+ review\.text-changed .+ is of another text.+\.$/),
    ]);
  });

  it('contains each case under its own name', () => {
    const line = SCENARIO_LINES.findIndex((text) => text.startsWith('id: ')) + 1;

    const lines = linesOf(
      issuesOf({
        [SCENARIO]: swap('id: quiet-number', 'id: quiet'),
        [KEY]: swap('scenario: quiet-number', 'scenario: quiet'),
      }),
    );

    expect(lines).toEqual([
      `${SCENARIO}:${line}:1 scenario.id-not-folder-name The id is "quiet" and the folder is called "quiet-number". Write id: quiet-number here, and scenario: quiet-number in key.yaml and in each translation; or rename the folder to "quiet".`,
    ]);
  });
});

const SCENARIO_LINES = (PROJECT.read(SCENARIO) ?? '').split('\n');

describe('a case', () => {
  const load = (edits: Parameters<typeof projectWith>[0]) => loadCase(projectWith(edits), FOLDER, LIBRARY);

  it('loads without answers where its folder has only the story', () => {
    const loaded = load({ [KEY]: undefined, [REVIEW]: undefined });

    expect(loaded.ok && { answers: loaded.value.answers, reviewed: loaded.value.reviewed }).toEqual({
      reviewed: false,
    });
  });

  it.each([
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with the mark that some editors put first', (text: string) => `\ufeff${text}`],
  ])('is the same case when it is saved %s', (_, edit) => {
    const loaded = load({ [SCENARIO]: edit, [KEY]: edit });

    expect(loaded.ok && loaded.value.scenario.hash).toBe(theCase().material.scenario.hash);
  });

  it('has the same positions with Windows line endings', () => {
    const misspell = (text: string) => swap('preset: mini', 'preset: huge')(text);

    const windows = linesOf(issuesIn(SCENARIO, (text) => misspell(text).replaceAll('\n', '\r\n')));

    expect(windows).toEqual(linesOf(issuesIn(SCENARIO, misspell)));
  });

  it('reports faults in all three of its files together', () => {
    const loaded = load({
      [SCENARIO]: swap('next: end-line-dead', 'next: end-line-ded'),
      [KEY]: swap('rating: red', 'rating: 1'),
      [REVIEW]: swap('law: { status: not-reviewed }', 'law: yes'),
    });

    expect(loaded.ok ? [] : loaded.issues.map(({ position, code }) => [position?.file, code])).toEqual([
      [KEY, 'schema.not-one-of'],
      [REVIEW, 'schema.wrong-type'],
      [SCENARIO, 'scenario.missing-target-near'],
    ]);
  });
});
