import type { Slip } from './a-broken-project.ts';

/** A slip that may be alone: other slips would hide it or follow from it. */
export type Defect = Slip & { readonly alone?: boolean };

const VARIABLES = 'variables:\n';
const WORLD = '\ninitial: report';
const world = (when: string) =>
  `\nworld:\n  - { ‸when: ${when}, change: edited, afterMinutes: 5, sharingPhoneWith: "0301" }${WORLD}`;

/** Slips in the shape of a story. */
export const IN_SHAPE: readonly Defect[] = [
  {
    slip: 'a state that does not exist',
    from: 'next: first\n  both',
    to: '‸next: nowhere\n  both',
    codes: ['scenario.missing-target'],
  },
  {
    slip: 'a state whose name is nearly right',
    from: 'next: end-shelf }',
    to: '‸next: end-shelv }',
    codes: ['scenario.missing-target-near'],
    says: 'did you mean "end-shelf"?',
  },
  {
    slip: 'a way into the middle of a group',
    from: '- { next: both }',
    to: '- { ‸next: word }',
    codes: ['scenario.target-inside'],
    says: 'inside "first"',
  },
  {
    slip: 'a group that begins with a state elsewhere',
    from: 'initial: word',
    to: 'initial: report',
    at: 'stage: reach\n    ‸initial: report',
    codes: ['scenario.initial-elsewhere'],
  },
  {
    slip: 'a part that begins done',
    from: 'initial: wait\n',
    to: '‸initial: wait-done\n',
    codes: ['scenario.begins-done'],
  },
  {
    slip: 'the same name in two groups',
    from: '          wait-done: { type: done }',
    to: '          wait-done: { type: done }\n          ‸read: { type: narrative, title: T, text: T., next: wait-done }',
    codes: ['scenario.duplicate-state'],
  },
  {
    slip: 'a stage that is not listed',
    from: 'stage: desk\n    from',
    to: '‸stage: office\n    from',
    codes: ['scenario.unknown-stage'],
  },
  {
    slip: 'an exercise of no kind',
    from: 'kind: detection',
    to: '‸kind: guessing',
    codes: ['scenario.unknown-exercise'],
  },
  {
    slip: 'an exercise that is asked what it cannot be asked',
    from: 'brief: {}',
    to: 'brief: { ‸ads: 3 }',
    codes: ['schema.unknown-field'],
    alone: true,
  },
  {
    slip: 'an option twice',
    from: '{ id: stop,',
    to: '{ id: more,',
    at: '{ ‸id: more, text: Let',
    codes: ['scenario.duplicate-option'],
  },
  {
    slip: 'a change of the world on nothing declared',
    from: WORLD,
    to: world('called'),
    codes: ['scenario.unknown-variable'],
    alone: true,
  },
  {
    slip: 'a change of the world on a number',
    from: WORLD,
    to: world('calls'),
    codes: ['scenario.not-yes-or-no'],
    alone: true,
  },
  {
    slip: 'a usual role without a name',
    from: 'role: { kind: police, title',
    to: '‸role: { title',
    codes: ['scenario.role-without-kind', 'scenario.expression'],
    alone: true,
  },
  {
    slip: 'the usual role among the others',
    from: 'ngo: { title: Support',
    to: '‸police: { title: Support',
    codes: ['scenario.role-twice', 'scenario.unknown-role'],
    alone: true,
  },
  {
    slip: 'a view for a role in which the case is not played',
    from: 'ngo: { text: The line',
    to: '‸prosecutor: { text: The line',
    codes: ['scenario.unknown-role'],
  },
  {
    slip: 'a heavier scene without a word before it',
    from: 'contentLevel: 2\n        notice: This scene speaks of pressure, in plain words.',
    to: '‸contentLevel: 2',
    codes: ['scenario.notice-missing'],
  },
  {
    slip: 'a possible minor in a case of a lighter level',
    from: 'decision: D01',
    to: '‸decision: D05',
    codes: ['scenario.level-too-low'],
  },
  {
    slip: 'a variable that has the name of the role',
    from: VARIABLES,
    to: `${VARIABLES}  ‸role: { type: bool, initial: false }\n`,
    codes: ['scenario.reserved-variable'],
    alone: true,
  },
  {
    slip: 'more combinations than can be laid out',
    from: VARIABLES,
    at: '‸variables:',
    to: `${VARIABLES}  steps: { type: int, initial: 0, min: 0, max: 5000 }\n`,
    codes: ['scenario.too-many-combinations'],
    alone: true,
  },
  {
    slip: 'a formula over nothing declared',
    from: 'when: calls < 2',
    to: '‸when: rings < 2',
    codes: ['scenario.expression'],
    says: 'rings',
  },
  {
    slip: 'a formula that asks for a function',
    from: 'mood == "tense" && calls == 0',
    to: 'mood.size() > 3',
    at: "‸when: 'mood.size",
    codes: ['scenario.expression'],
    says: 'asks for a function',
    alone: true,
  },
  {
    slip: 'a change of nothing declared',
    from: 'set: { mood: tense }',
    to: 'set: { ‸mud: tense }',
    codes: ['scenario.unknown-variable'],
    alone: true,
  },
  {
    slip: 'a rated decision with two options',
    from: '          - { id: c, text: Send a note through the message box of that site., minutes: 30, then: It is read after an hour., next: again }\n          - { id: d, text: Leave it for tonight and go on with other files., minutes: 30, then: The file goes on the shelf., next: end-shelf }\n',
    to: '',
    at: '‸word:',
    codes: ['scenario.too-few-options', 'key.unknown-option', 'key.unknown-option'],
    alone: true,
  },
];
