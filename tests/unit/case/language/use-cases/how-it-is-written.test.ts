import { describe, expect, it } from 'vitest';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { swap } from '../../../../support/builders/project-with.ts';
import { RICH_FILES, RICH_SCENARIO, richIssues } from '../../../../support/builders/rich-case.ts';
import { issuesIn, SCENARIO } from '../../../../support/library/a-broken-project.ts';

const { scenario: STORY } = RICH_FILES;

describe('how a file was saved', () => {
  it('gives a warning where it is unusual, and no refusal', () => {
    const withMark = issuesInStory(`\ufeff${RICH_SCENARIO}`);
    const windows = issuesInStory(RICH_SCENARIO.replaceAll('\n', '\r\n'));

    expect(withMark.map(printIssue)).toEqual([expect.stringMatching(/^\S+:1:1 yaml\.byte-order-mark /)]);
    expect(windows.map(printIssue)).toEqual([expect.stringMatching(/^\S+:1:\d+ yaml\.line-ends /)]);
  });

  it('does not shift the positions of issues', () => {
    const broken = swap('next: first\n  both', 'next: nowhere\n  both')(RICH_SCENARIO);
    const place = ({ position }: { position?: unknown }) => position;
    const plain = issuesInStory(broken).map(place);

    expect(issuesInStory(`\ufeff${broken}`).slice(1).map(place)).toEqual(plain);
    expect(issuesInStory(broken.replaceAll('\n', '\r\n')).slice(1).map(place)).toEqual(plain);
  });

  it.each([
    ['UTF-16 with its mark', `\ufffd\ufffd${RICH_SCENARIO.split('').join('\0')}`],
    ['UTF-16 without a mark', `${RICH_SCENARIO.split('').join('\0')}\0`],
    ['Latin-1', RICH_SCENARIO.replace('Two desks', 'Zwei B\ufffdros')],
  ])('is refused as %s, at the first sign of it', (_, text) => {
    const [issue, ...others] = issuesInStory(text);

    expect(issue).toMatchObject({
      code: 'yaml.wrong-encoding',
      position: { file: STORY, line: text.startsWith('schema: ') ? 3 : 1 },
    });
    expect(others).toEqual([]);
  });

  const issuesInStory = (text: string) => richIssues({ [STORY]: text });
});

describe('a nearly correct field', () => {
  it.each([
    ['in a scene inside a group inside a part', 'question: Do you ring', 'qestion: Do you ring', 'question'],
    ['of a branch', '- { when: kept, next', '- { whem: kept, next', 'when'],
    ['of a hint', 'cost: 2', 'costs: 2', 'cost'],
  ])('is named: %s', (_, from, to, meant) => {
    const lines = richIssues({ [STORY]: swap(from, to)(RICH_SCENARIO) }).map(printIssue);

    expect(lines.join('\n')).toContain(`did you mean "${meant}"?`);
  });

  it('gets the expected type for a value of the wrong type', () => {
    const next = swap('next: first\n  both', 'next: 7\n  both')(RICH_SCENARIO);
    const bad = issuesIn(SCENARIO, swap('next: find', 'next: Find Me'));

    expect(richIssues({ [STORY]: next }).map(printIssue)).toEqual([
      expect.stringMatching(/ schema\.wrong-type .+ Write text, or a list under it, each item with a dash\.$/),
    ]);
    expect(bad.map(printIssue)).toEqual([expect.stringMatching(/ schema\.invalid .+ lower-case letters/)]);
  });
});
