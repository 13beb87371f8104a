import { PROJECT } from '../support/builders/the-library.ts';

/** The case in which the slips are made. */
export const CASE = 'scenarios/quiet-number';
export const textOf = (file: string) => PROJECT.read(`${CASE}/${file}`) ?? '';

/** A slip as an author makes it in a shipped case, and what has to be said of it. */
interface Row {
  readonly slip: string;
  readonly from: string;
  readonly to: string;
  /** A part of the line on which the slip is reported; the first changed line where it is left out. */
  readonly at?: string;
  readonly code: string;
  /** What the sentence says to do. */
  readonly cure: string;
  /** True where the shipped line is shown again as the mended one. */
  readonly asShipped?: boolean;
  readonly mended?: string;
}

const SCENE = textOf('scenario.yaml').match(/\n {2}preserve:\n[\s\S]*?\n(?=\n)/)?.[0] ?? '';
const TEXT = /\n {4}text: >-\n([\s\S]*?)\n {4}brief/.exec(SCENE)?.[1] ?? '';
const OPTION = textOf('scenario.yaml').match(/\n {6}- id: notify\n[\s\S]*?(?=\n {6}- id)/)?.[0] ?? '';
const ENTRY = textOf('key.yaml').match(/\n {2}d02:\n[\s\S]*?(?=\n\n)/)?.[0] ?? '';
const moved = (part: string, by: number) =>
  part.replaceAll(/\n( *)(?=\S)/g, (_, blanks: string) => `\n${' '.repeat(blanks.length + by)}`);

const dash = { code: 'yaml.missing-dash', cure: 'a dash, a blank, and then', asShipped: true };
const depth = { code: 'yaml.wrong-depth', cure: 'in their place', asShipped: true };
const minutes = { code: 'schema.minutes', cure: 'Write a whole number of minutes from 0 to 10080 (that is 7 days)' };
const yes = { code: 'schema.not-true-or-false', cure: 'Write true or false there' };

/** Slips in `scenario.yaml`. */
export const SLIPS_IN_SCENARIO: readonly Row[] = [
  { slip: 'no dash before id', from: '      - id: notify', to: '        id: notify', ...dash },
  { slip: 'no dash, at the place of the dash', from: '      - id: notify', to: '      id: notify', ...dash },
  { slip: 'no dash before the first id', from: '      - id: contact', to: '        id: contact', ...dash },
  { slip: 'no dash, first, at the place of the dash', from: '      - id: contact', to: '      id: contact', ...dash },
  {
    slip: 'no dash before a hint',
    from: '      - cost: 1\n        text: >-\n          Take',
    to: '        cost: 1\n        text: >-\n          Take',
    ...dash,
  },
  { slip: 'no dash before braces', from: '  - { id: find, title', to: '  { id: find, title', ...dash },
  {
    slip: 'no blank after the dash',
    from: '      - id: notify',
    to: '      -id: notify',
    code: 'yaml.dash-without-blank',
    cure: 'between the dash and "id". Write one',
    asShipped: true,
  },
  { slip: 'the name of a scene too far out', from: '\n  preserve:\n', to: '\npreserve:\n', ...depth },
  { slip: 'the name of a scene too far in', from: '\n  preserve:\n', to: '\n    preserve:\n', ...depth },
  { slip: 'the name of a scene one blank in', from: '\n  preserve:\n', to: '\n   preserve:\n', ...depth },
  { slip: 'the name of a scene one blank out', from: '\n  preserve:\n', to: '\n preserve:\n', ...depth },
  {
    slip: 'a whole scene too far out',
    from: SCENE,
    to: moved(SCENE, -2),
    code: 'yaml.part-too-far-out',
    cure: 'Write 2 more before each',
    asShipped: true,
  },
  {
    slip: 'a whole scene too far in',
    from: SCENE,
    to: moved(SCENE, 2),
    code: 'yaml.part-too-far-in',
    cure: 'Take 2 away from each',
    asShipped: true,
  },
  {
    slip: 'a whole option too far out',
    from: OPTION,
    to: moved(OPTION, -2),
    code: 'yaml.part-too-far-out',
    cure: 'Write 2 more before each',
    asShipped: true,
  },
  { slip: 'a field too far in', from: '\n    stage: preserve\n', to: '\n      stage: preserve\n', ...depth },
  { slip: 'a field too far out', from: '\n    stage: preserve\n', to: '\n  stage: preserve\n', ...depth },
  {
    slip: 'a tab',
    from: '\n    stage: preserve\n',
    to: '\n\tstage: preserve\n',
    code: 'yaml.tab',
    cure: 'Write 4 blanks in its place',
    asShipped: true,
  },
  {
    slip: 'no for false',
    from: 'preserved: { type: bool, initial: false',
    to: 'preserved: { type: bool, initial: no',
    ...yes,
    asShipped: true,
  },
  {
    slip: 'Yes for true',
    from: 'preserved: { type: bool, initial: false',
    to: 'preserved: { type: bool, initial: Yes',
    ...yes,
    mended: '  preserved: { type: bool, initial: true }',
  },
  {
    slip: 'yes in set',
    from: 'set: { contacted: "true" }',
    to: 'set: { contacted: yes }',
    ...yes,
    mended: '        set: { contacted: true }',
  },
  { slip: 'yes in when', from: 'when: "!contacted"', to: 'when: yes', ...yes, mended: '        when: true' },
  {
    slip: 'no name before the colon',
    from: '\n    stage: preserve\n',
    to: '\n    : preserve\n',
    code: 'yaml.missing-name',
    cure: 'Write "stage" there',
    asShipped: true,
  },
  {
    slip: 'a colon alone',
    from: '\n    stage: preserve\n',
    to: '\n    :\n',
    code: 'yaml.empty-name',
    cure: 'Write the name of the field there',
  },
  {
    slip: 'nothing after the colon',
    from: '\n    stage: preserve\n',
    to: '\n    stage:\n',
    code: 'schema.empty',
    cure: 'Nothing stands after "stage:". Write text',
  },
  {
    slip: 'a text that is not set in',
    from: TEXT,
    to: TEXT.replaceAll(/^ +/gm, ''),
    code: 'yaml.text-not-set-in',
    cure: 'Write 6 blanks in front of each',
    asShipped: true,
  },
  {
    slip: 'a text as far in as its name',
    from: TEXT,
    to: TEXT.replaceAll(/^ +/gm, '    '),
    code: 'yaml.text-not-set-in',
    cure: 'Write 6 blanks in front of each',
    asShipped: true,
  },
  {
    slip: 'the first line of a text not set in',
    from: '      These are the pages',
    to: 'These are the pages',
    code: 'yaml.line-not-set-in',
    cure: 'Write 6 blanks in front of it',
    asShipped: true,
  },
  {
    slip: 'a text with a colon, not set in',
    from: TEXT,
    to: '    Note: keep it all.',
    code: 'yaml.line-not-set-in',
    cure: 'Write 6 blanks in front of it',
    mended: '      Note: keep it all.',
  },
  {
    slip: 'a text in the line of its mark',
    from: '    text: >-\n      These are',
    to: '    text: >- These are',
    code: 'yaml.text-beside-mark',
    cure: 'Begin it in the next line, with 6 blanks in front',
  },
  {
    slip: 'a colon in a title',
    from: 'title: Keep what',
    to: 'title: Keep: what',
    code: 'yaml.colon-in-text',
    cure: "Put the text between ' and '",
    mended: "    title: 'Keep: what is there'",
  },
  {
    slip: 'a colon in an option',
    from: 'Report the ads to the site. The',
    to: 'Report the ads to the site: The',
    code: 'yaml.colon-in-text',
    cure: "Put the text between ' and '",
  },
  {
    slip: 'a colon between braces',
    from: 'title: Find }',
    to: 'title: Find: it }',
    code: 'yaml.colon-in-text',
    cure: "Put the text between ' and '",
    mended: "  - { id: find, title: 'Find: it' }",
  },
  {
    slip: 'no blank after the colon',
    from: '\n    stage: preserve\n',
    to: '\n    stage:preserve\n',
    code: 'yaml.colon-without-blank',
    cure: 'Write one',
    asShipped: true,
  },
  { slip: 'minutes below nothing', from: 'minutes: 240', to: 'minutes: -240', ...minutes },
  { slip: 'a part of a minute', from: 'minutes: 240', to: 'minutes: 2.5', ...minutes },
  { slip: 'minutes that are no number', from: 'minutes: 240', to: 'minutes: .nan', ...minutes },
  { slip: 'the word for no number', from: 'minutes: 240', to: 'minutes: NaN', ...minutes },
  { slip: 'minutes without end', from: 'minutes: 240', to: 'minutes: .inf', ...minutes },
  { slip: 'ten days', from: 'minutes: 240', to: 'minutes: 14400', ...minutes },
  { slip: 'more minutes than there are', from: 'minutes: 240', to: 'minutes: 99999999999999999999', ...minutes },
  { slip: 'hours in words', from: 'minutes: 240', to: 'minutes: 4 hours', ...minutes, asShipped: true },
  { slip: 'minutes between quotation marks', from: 'minutes: 240', to: 'minutes: "240"', ...minutes, asShipped: true },
  { slip: 'a change after years', from: 'afterMinutes: 150', to: 'afterMinutes: 9999999', ...minutes },
  {
    slip: 'an id unlike the folder',
    from: '\nid: quiet-number',
    to: '\nid: quite-number',
    code: 'scenario.id-not-folder-name',
    cure: 'Write id: quiet-number here',
    asShipped: true,
  },
];

/** Slips in `key.yaml`. */
export const SLIPS_IN_KEY: readonly Row[] = [
  { slip: 'no dash before a source', from: '      - { code: UNHT', to: '        { code: UNHT', ...dash },
  { slip: 'no dash in the model', from: '  - [desk, request]', to: '  [desk, request]', ...dash },
  { slip: 'an entry too far out', from: '\n  d02:\n', to: '\nd02:\n', ...depth },
  { slip: 'an entry too far in', from: '\n  d02:\n', to: '\n    d02:\n', ...depth },
  {
    slip: 'a whole entry too far out',
    from: ENTRY,
    to: moved(ENTRY, -2),
    code: 'yaml.part-too-far-out',
    cure: 'Write 2 more before each',
    asShipped: true,
  },
  {
    slip: 'a colon in a reason of several lines',
    from: '>-\n          The call shows',
    to: 'The call: shows',
    code: 'yaml.colon-in-long-text',
    cure: 'Write >- after "reason:" and begin the text in the next line, with 10 blanks in front',
  },
  {
    slip: 'a comma between braces',
    from: 'says: A telephone may',
    to: 'says: A telephone, or a tablet, may',
    code: 'yaml.comma-in-text',
    cure: "Put the text between ' and '",
  },
  {
    slip: 'no entry for a rated decision',
    from: ENTRY,
    to: '',
    at: 'decisions:',
    code: 'key.decision-without-key',
    cure: 'Write an entry "d02:" under "decisions:", with principle, sources, and a rating and a reason for each of the options a, b, c, d, e',
  },
  {
    slip: 'an entry for no decision',
    from: '\n  d02:\n',
    to: `${ENTRY.replace('d02', 'somewhere-else')}\n\n  d02:\n`,
    code: 'key.unknown-decision',
    cure: 'Remove the entry, or call it as the decision is called',
  },
  {
    slip: 'an entry that is called otherwise',
    from: '\n  d02:\n',
    to: '\n  d2:\n',
    code: 'key.decision-named-otherwise',
    cure: 'Write "d02" in place of "d2"',
    asShipped: true,
  },
  {
    slip: 'a mark above that of the source',
    from: 'code: SWARM, mark: V',
    to: 'code: O23, mark: V',
    code: 'library.mark-above-source',
    cure: 'Write mark: A, or a lower one',
  },
];
