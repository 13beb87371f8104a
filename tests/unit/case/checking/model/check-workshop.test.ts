import { describe, expect, it } from 'vitest';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { RICH_FILES, richIssues } from '../../../../support/builders/rich-case.ts';

const SOUND = `schema: workshop/1
scenario: rich-case
cuts:
  - { minutes: 90, play: [{ at: read, minutes: 20 }, reach] }
  - { minutes: 45, play: [word] }
agendas:
  - minutes: 90
    lines:
      - { from: 0, title: Welcome, text: Say who is here. }
      - { from: 40, title: The line, text: Open the second part., release: reach }
short:
  word: Somebody writes.
chairs:
  word: ngo
injects:
  - { at: desk, title: News, text: The line rings. }
  - { at: reach, title: More news, text: The line rings again. }
`;

/** One slip each, with its code and what its line says. */
const SLIPS: readonly (readonly [slip: string, from: string, to: string, code: string, says: string])[] = [
  ['the name of another case', 'rich-case', 'poor-case', 'workshop.other-scenario', '2:1 '],
  ['two cuts of a length', 'minutes: 45', 'minutes: 90', 'workshop.cut-twice', '5:7 '],
  ['a scene that the case lacks', '[word]', '[wort]', 'workshop.unknown-part', 'one of: line-read, read, word'],
  ['a scene without a vote', '[word]', '[line]', 'workshop.nothing-to-play', '"line"'],
  ['a choice that is not rated', '[word]', '[again]', 'workshop.nothing-to-play', '"again"'],
  ['a decision that stands there twice', '[word]', '[word, reach]', 'workshop.played-twice', '"word" twice'],
  [
    'scenes in an order that no way has',
    '[word]',
    '[word, read]',
    'workshop.not-playable',
    'comes to "read" after word',
  ],
  [
    'too much for its length',
    '[word]',
    '[{ at: read, minutes: 40 }, word]',
    'workshop.cut-too-long',
    'can have 22 at most',
  ],
  ['minutes for a decision', '[word]', '[{ at: word, minutes: 20 }]', 'workshop.minutes-elsewhere', 'only an exercise'],
  ['a short text of no decision', '  word: Somebody', '  line: Somebody', 'workshop.short-elsewhere', '"line"'],
  [
    'a short text that is longer',
    'Somebody writes.',
    'Somebody has to write it now.',
    'workshop.short-not-shorter',
    'Its words: 6',
  ],
  ['an agenda that begins late', 'from: 0', 'from: 5', 'workshop.agenda-order', '"Welcome"'],
  ['an agenda out of order', 'from: 40', 'from: 0', 'workshop.agenda-order', '"The line"'],
  ['an agenda that is longer than its workshop', 'from: 40', 'from: 90', 'workshop.agenda-order', 'minute 90'],
  ['an agenda that opens no part', 'release: reach', 'release: read', 'workshop.agenda-elsewhere', 'desk, reach'],
  ['an inject in no stage', 'at: reach', 'at: read', 'workshop.inject-elsewhere', 'one of: desk, reach'],
  ['an inject that stands there twice', 'rings again.', 'rings.', 'workshop.inject-twice', '"More news"'],
  ['a chair of no decision', '  word: ngo', '  line: ngo', 'workshop.chair-elsewhere', '"line"'],
  ['a chair of a role that the case lacks', 'word: ngo', 'word: platform', 'workshop.chair-of-no-role', 'police, ngo'],
];

const issuesOf = (text: string) => richIssues({ [RICH_FILES.workshop]: text });

describe('a workshop of a case', () => {
  it('has no issue where its cuts can be played', () => {
    expect(issuesOf(SOUND).map(printIssue)).toEqual([]);
  });

  it.each(SLIPS)('with %s gets exactly one issue at its place', (_, from, to, code, says) => {
    expect(SOUND).toContain(from);

    const issues = issuesOf(SOUND.replace(from, to));

    expect(issues.map((issue) => issue.code)).toEqual([code]);
    const [line = ''] = issues.map(printIssue);
    expect(line).toContain(says);
    expect(line.startsWith(`${RICH_FILES.workshop}:`)).toBe(true);
    expect(line).toMatch(/^\S+:\d+:\d+ [a-z-]+\.[a-z-]+ .+[.?] [A-Z][^{}]+\.$/);
  });

  it('gets an issue for a stage in which nothing is played', () => {
    const issues = issuesOf(SOUND.replace('[word]', '[desk, read]'));

    expect(issues.map(({ code }) => code)).toEqual(['workshop.played-twice']);
  });

  it('is refused with a length that no workshop has', () => {
    expect(issuesOf(SOUND.replace('minutes: 45', 'minutes: 60')).map(({ code }) => code)).not.toEqual([]);
  });

  it('keeps the rules of safety in each of its texts', () => {
    for (const text of ['Somebody writes.', 'title: News', 'The line rings again.']) {
      expect(SOUND).toContain(text);
      const issues = issuesOf(SOUND.replace(text, `${text.replace('.', '')} +44 30 901820`));
      expect(issues.map(({ code }) => code)).toContain('safety.C07');
    }
  });
});
