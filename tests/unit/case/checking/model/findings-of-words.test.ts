import { describe, expect, it } from 'vitest';
import { checkCase } from '#case/checking/use-cases/check-case.ts';
import { required } from '#kernel/model/invariant.ts';
import { readCase } from '#library/cases/use-cases/read-case.ts';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { RICH_FILES, RICH_KEY, RICH_SCENARIO } from '../../../../support/builders/rich-case.ts';

type Swap = readonly [from: string, to: string];

/** A planted defect or something that looks like one: what is changed in the story and in the key. */
interface Planted {
  readonly what: string;
  readonly story?: readonly Swap[];
  readonly key?: readonly Swap[];
  /** Codes of the issues; left out where there is nothing to say. */
  readonly codes?: readonly string[];
  /** Words of the first line. */
  readonly says?: string;
}

const edited = (text: string, swaps: readonly Swap[] = []) =>
  swaps.reduce((now, [from, to]) => swap(from, to)(now), text);

function lines({ story, key }: Planted) {
  const files = projectWith({
    [RICH_FILES.scenario]: edited(RICH_SCENARIO, story),
    [RICH_FILES.key]: edited(RICH_KEY, key),
  });
  const read = readCase(files, 'scenarios/rich-case', KINDS);
  const { issues } = checkCase(
    {
      scenario: required(read.scenario, 'the scenario'),
      key: required(read.key, 'its key'),
      translations: [],
    },
    KINDS,
  );
  return { codes: issues.map(({ code }) => code), lines: issues.map(printIssue), issues };
}

const OPTION = {
  more: 'text: Ring once more., when: calls < 2,',
  stop: 'text: Let it rest.,',
};
const THEN = {
  a: 'then: A digit comes back.',
  c: 'then: It is read after an hour.',
  d: 'then: The file goes on the shelf.',
};
const HINT = 'text: Think of who may read it.';
const REASON = { good: 'reason: It tells others nothing.', red: 'reason: It names the police.' };

const DEFECTS: readonly Planted[] = [
  {
    what: 'a good option with the reason of a red one',
    key: [
      [REASON.good, 'reason: The person may be punished for it. Nobody asked the person.'],
      [REASON.red, 'reason: The person can decide who hears of it.'],
    ],
    codes: ['key.reason-blames-good', 'key.reason-praises-harm'],
    says: '"a" of "word" is rated good',
  },
  {
    what: 'a harmful option whose reason praises it',
    key: [['rating: harmful, reason: The person waits.', 'rating: harmful, reason: It respects the person.']],
    codes: ['key.reason-praises-harm'],
    says: 'rated harmful',
  },
  {
    what: 'two options that say the same with other fillers',
    story: [
      [OPTION.more, 'text: Look at the other files of the evening., when: calls < 2,'],
      [OPTION.stop, 'text: "Then look at those other files of this evening, please.",'],
    ],
    codes: ['scenario.options-alike'],
    says: '"more" and "stop" of "again"',
  },
  {
    what: 'two consequences that are the same',
    story: [
      [THEN.a, 'then: The colleague reads the answer after an hour.'],
      [THEN.c, 'then: The colleague reads that answer after an hour.'],
    ],
    codes: ['scenario.consequences-alike'],
    says: '"a" and "c" of "word"',
  },
  {
    what: 'a consequence that was copied from another scene',
    story: [
      [THEN.a, 'then: The colleague reads the answer after an hour.'],
      ['then: The line is quiet.', 'then: The colleague reads the answer after an hour.'],
    ],
    codes: ['scenario.consequence-in-two-states'],
    says: 'the option "stop" of "again"',
  },
  {
    what: 'two ends that say the same',
    story: [
      ['text: The file is complete.', 'text: The file goes to the duty prosecutor tonight.'],
      ['text: The file stays open.', 'text: "Now, the file goes to the duty prosecutor tonight."'],
    ],
    codes: ['scenario.ends-alike'],
    says: '"end-kept" and "end-open"',
  },
  {
    what: 'a variable that becomes true where nobody does the act',
    story: [['text: Mark what you can point to.', 'text: Mark the ads. You have not kept any page so far.']],
    codes: ['scenario.set-against-words'],
    says: '"kept" becomes true, and the words beside it say "You have not kept"',
  },
  {
    what: 'a variable that becomes false where the act is done',
    story: [
      ['set: { kept: true }', 'set: { kept: false }'],
      ['text: Mark what you can point to.', 'text: Mark the ads. You keep each page.'],
      ['next:\n      - { when: kept, next: end-kept }', "next:\n      - { when: '!kept', next: end-kept }"],
    ],
    codes: ['scenario.set-against-words', 'scenario.guard-always-true', 'scenario.branch-never-taken'],
    says: '"You keep"',
  },
  {
    what: 'praise in words of its own',
    story: [[THEN.a, 'then: A digit comes back. It was the best choice.']],
    codes: ['scenario.consequence-judges'],
    says: '"the best choice"',
  },
  {
    what: 'blame in words of its own',
    story: [[THEN.d, 'then: You should have asked the desk.']],
    codes: ['scenario.consequence-judges'],
  },
  {
    what: 'an end that blames',
    story: [['text: The file waits.', 'text: The file waits. That was wrong.']],
    codes: ['scenario.end-judges'],
    says: '"That was wrong"',
  },
  {
    what: 'a hint that names a letter',
    story: [[HINT, 'text: Compare the others with option A.']],
    codes: ['scenario.hint-names-option'],
    says: '"option A"',
  },
  {
    what: 'a hint that names a place',
    story: [[HINT, 'text: Many would take the third one.']],
    codes: ['scenario.hint-names-option'],
    says: 'option "c"',
  },
  {
    what: 'a hint with the words of one option in another order',
    story: [[HINT, 'text: Which other files could be looked at instead and leave a little rest tonight?']],
    codes: ['scenario.hint-points-to-option'],
    says: 'option "d"',
  },
  {
    what: 'a hint that names an ad',
    story: [['text: Look at the numbers first.', 'text: Look at ad 0304 first.']],
    codes: ['scenario.hint-names-ad'],
    says: 'ad 0304',
  },
  {
    what: 'a role that passes an exercise by',
    story: [
      ['next: line-read\n', 'next: first\n'],
      [/ {2}line-read:\n(?: {4}.*\n)+/.exec(RICH_SCENARIO)?.[0] ?? '', ''],
    ],
    codes: ['scenario.role-passes-exercise'],
    says: 'The role "ngo" never comes to the exercise "read", which is there for police.',
  },
];

/** What looks like one of the defects and is right. */
const RIGHT: readonly Planted[] = [
  {
    what: 'a good reason that denies harm',
    key: [[REASON.good, 'reason: Nobody is put in danger by it. It does not harm the person.']],
  },
  {
    what: 'a harmful reason that names a wish to help',
    key: [['reason: The person waits.', 'reason: It looks like respect. But the person waits and may lose the room.']],
  },
  {
    what: 'an acceptable reason with both',
    key: [['reason: Others may read it.', 'reason: The person can decide. But others may read it. That is a danger.']],
  },
  {
    what: 'one choice as two options that exclude each other',
    story: [
      [OPTION.more, 'text: Look at the other files of the evening., when: calls < 1,'],
      [
        'text: Ring from the desk., when: \'mood == "tense" && calls == 0\'',
        'text: Look at the other files of the evening., when: \'mood == "tense" && calls >= 1\'',
      ],
    ],
  },
  {
    what: 'options that differ in a number',
    story: [
      [OPTION.more, 'text: Look at the 9 other files of the evening., when: calls < 2,'],
      [OPTION.stop, 'text: Look at the 10 other files of the evening.,'],
    ],
  },
  { what: 'short consequences that are the same', story: [[THEN.c, 'then: A digit comes back.']] },
  {
    what: 'a variable whose act another person does not do',
    story: [['text: Mark what you can point to.', 'text: Mark the ads. The person does not keep a diary.']],
  },
  {
    what: 'a variable whose act is done without another',
    story: [['text: Mark what you can point to.', 'text: Keep each page without keeping its date.']],
  },
  {
    what: 'a person who judges, in quotation marks',
    story: [[THEN.d, 'then: "\\"Well done,\\" says the colleague."']],
  },
  {
    what: 'a consequence with a right in it',
    story: [[THEN.d, 'then: The person has a right to an answer and asks for the best bus.']],
  },
  { what: 'a hint with a word of an option', story: [[HINT, 'text: Think of everybody who may open that message.']] },
  {
    what: 'a hint that names all ways',
    story: [[HINT, 'text: Take the options one by one. Who reads each of them first?']],
  },
  {
    what: 'a hint with a number that is no ad',
    story: [['text: Look at the numbers first.', 'text: Compare 2030 with 2031.']],
  },
];

describe('what an author is asked about the words of a case', () => {
  it.each(DEFECTS)('finds $what', (planted) => {
    const found = lines(planted);

    expect(found.codes, found.lines.join('\n')).toEqual(planted.codes);
    expect(found.issues[0]?.severity).toBe('warning');
    for (const line of found.lines) expect(line).toMatch(/^\S+:\d+:\d+ [a-z-]+\.[a-z-]+ .+[.?] [A-Z][^{}]+\.$/);
    if (planted.says) expect(found.lines[0]).toContain(planted.says);
  });

  it.each(RIGHT)('leaves alone $what', (planted) => {
    expect(lines(planted).lines).toEqual([]);
  });
});
