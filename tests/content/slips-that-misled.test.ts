import { describe, expect, it } from 'vitest';
import type { Issue } from '#kernel/model/issue.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { printIssue } from '../../scripts/command/print-issue.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { projectWith } from '../support/builders/project-with.ts';
import { LIBRARY, PROJECT } from '../support/builders/the-library.ts';
import { CASE, SLIPS_IN_KEY, SLIPS_IN_SCENARIO, textOf } from './slips-of-authors.ts';

const ROWS = [
  ...SLIPS_IN_SCENARIO.map((row) => ({ ...row, file: 'scenario.yaml' })),
  ...SLIPS_IN_KEY.map((row) => ({ ...row, file: 'key.yaml' })),
];

/** What is said of the case with its file changed. */
function issuesOf(file: string, text: string | undefined): readonly Issue[] {
  const loaded = loadCase(projectWith({ [`${CASE}/${file}`]: text }), CASE, LIBRARY);
  return loaded.ok ? loaded.value.warnings : loaded.issues;
}

/** The first line that was changed, from 1, and what stood there. */
function firstChange(before: string, after: string): { line: number; was: string } {
  const [was, is] = [before.split('\n'), after.split('\n')];
  const n = was.findIndex((line, at) => line !== is[at]);
  return { line: n + 1, was: was[n] ?? '' };
}

describe('the slips that misled', () => {
  it.each(ROWS)('$file: $slip', ({ file, from, to, at, code, cure, asShipped, mended }) => {
    const shipped = textOf(file);
    const text = shipped.replace(from, () => to);
    expect(text).not.toBe(shipped);
    const { line, was } = firstChange(shipped, text);
    const named = at === undefined ? line : text.split('\n').indexOf(at) + 1;

    const issues = issuesOf(file, text);
    const [first] = issues;

    expect(issues.map((issue) => `${issue.position?.line} ${issue.code}`)).toEqual([`${named} ${code}`]);
    expect(first && printIssue(first)).toContain(cure);
    if (asShipped) expect(first?.mended).toEqual({ line, text: was });
    if (mended !== undefined) expect(first?.mended).toEqual({ line, text: mended });
  });

  it('are reported separately where there are two, each with its own line', () => {
    const text = textOf('scenario.yaml')
      .replace('      - id: notify', '        id: notify')
      .replace('title: Keep what', 'title: Keep: what');

    expect(issuesOf('scenario.yaml', text).map(({ code }) => code)).toEqual([
      'yaml.missing-dash',
      'yaml.colon-in-text',
    ]);
  });

  it('are reported once where one causes many faults, which can be unfolded', () => {
    const [issue, ...others] = issuesOf(
      'scenario.yaml',
      textOf('scenario.yaml').replace('\n  preserve:', '\npreserve:'),
    );

    expect(others).toEqual([]);
    expect(issue?.follows?.sure).toBe(true);
    expect(issue?.follows?.issues.length).toBeGreaterThan(5);
  });

  it.each([
    ['scenario.yaml', 'scenario.yaml.txt'],
    ['scenario.yaml', 'Scenario.yaml'],
    ['key.yaml', 'keys.yaml'],
    ['key.yaml', 'key.yml'],
    ['key.yaml', 'Key.yaml'],
    ['key.yaml', 'key.yaml.txt'],
  ])('are told by the build as well: %s under the name %s', (right, wrong) => {
    const built = loadProject(
      projectWith({ [`${CASE}/${right}`]: undefined, [`${CASE}/${wrong}`]: textOf(right) }),
      KINDS,
    );

    expect(built.ok ? [] : built.issues.map(({ code, params }) => [code, params.name, params.meant])).toEqual([
      ['file.misnamed', wrong, right],
    ]);
  });

  it('are reported alike by check and build where the id is not the folder name', () => {
    const file = `${CASE}/scenario.yaml`;
    const files = projectWith({ [file]: (text) => text.replace('\nid: quiet-number', '\nid: quite-number') });
    const built = loadProject(files, KINDS);
    const checked = loadCase(files, CASE, LIBRARY);

    expect(!built.ok && built.issues).toEqual(!checked.ok && checked.issues);
  });

  it('of a missing key give a warning that names the decisions', () => {
    const [issue] = issuesOf('key.yaml', undefined);

    expect(issue).toMatchObject({ code: 'key.none', severity: 'warning' });
    expect(issue && printIssue(issue)).toContain('(d01, d02, d03, d04, d07, d08, d19, d30)');
  });

  it.each(PROJECT.list('scenarios').filter((name) => PROJECT.read(`scenarios/${name}/scenario.yaml`) !== undefined))(
    'do not occur in %s as shipped',
    (name) => {
      const loaded = loadCase(PROJECT, `scenarios/${name}`, LIBRARY);

      expect(
        loaded.ok ? loaded.value.warnings.filter(({ code }) => !code.startsWith('scenario.')) : loaded.issues,
      ).toEqual([]);
    },
  );
});
