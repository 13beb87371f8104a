import type { Defect } from './defects-in-shape.ts';

const VARIABLES = 'variables:\n';

/** Slips that show only where every way is gone. */
export const IN_WAYS: readonly Defect[] = [
  {
    slip: 'a scene that nothing leads to',
    from: '  end-kept:',
    to: '  ‸attic: { type: narrative, stage: desk, title: T, text: T., next: line }\n  end-kept:',
    codes: ['scenario.unreachable-state'],
  },
  {
    slip: 'a group that is done and leads nowhere',
    from: '- { next: end-open }',
    to: '- { when: "!kept && calls == 0", next: end-open }',
    at: '\n  ‸first:',
    codes: ['scenario.dead-end'],
    says: 'Once more: "Let it rest."',
    alone: true,
  },
  {
    slip: 'a decision in which nothing is left',
    from: 'text: Let it rest., minutes',
    to: 'text: Let it rest., when: calls < 2, minutes',
    at: '‸again:',
    codes: ['scenario.no-option-left'],
    says: 'calls is 2',
    alone: true,
  },
  {
    slip: 'a timer after which nothing may follow',
    from: '            next: wait-done\n',
    to: '            next: [{ when: "!kept", next: wait-done }]\n',
    at: '‸wait:',
    codes: ['scenario.timer-without-way-out'],
    says: 'kept is true',
  },
  {
    slip: 'two scenes that go round for ever',
    from: 'title: The line\n    text: You sit at the line tonight.\n    next: first',
    to: 'title: The line\n    text: You sit at the line tonight.\n    next: lane\n  lane: { type: narrative, stage: desk, title: T, text: T., next: line }',
    at: '‸line:\n',
    codes: ['scenario.inescapable-loop'],
    alone: true,
  },
  {
    slip: 'a step that can be repeated without end',
    from: '          - { id: stop,',
    to: '          - { id: wait-on, text: Wait., minutes: 5, then: Nothing., next: again }\n          - { id: stop,',
    at: '‸again:',
    codes: ['scenario.endless-loop'],
    says: 'go round through again again and again',
    alone: true,
  },
  {
    slip: 'a condition that is never true',
    from: 'mood == "tense" && calls == 0',
    to: 'mood == "tense" && calls > 2',
    at: "‸when: 'mood",
    codes: ['scenario.guard-never-true'],
  },
  {
    slip: 'a condition that is always true',
    from: 'text: Let it rest., minutes',
    to: 'text: Let it rest., ‸when: calls >= 0, minutes',
    codes: ['scenario.guard-always-true'],
  },
  {
    slip: 'a branch below one that is always taken',
    from: '      - { when: kept, next: end-kept }\n      - { next: end-open }',
    to: '      - { next: end-open }\n      - { ‸when: kept, next: end-kept }',
    codes: ['scenario.branch-never-taken'],
    alone: true,
  },
  {
    slip: 'a variable that leaves its values',
    from: 'text: Ring once more., when: calls < 2, set: { calls: calls + 1 }',
    to: 'text: Ring once more., set: { ‸calls: calls + 1 }',
    codes: ['scenario.out-of-bounds'],
    says: 'calls is 2',
    alone: true,
  },
  {
    slip: 'a variable that nothing depends on',
    from: VARIABLES,
    to: `${VARIABLES}  ‸spare: { type: bool, initial: false }\n`,
    codes: ['scenario.unused-variable'],
  },
];

/** Slips in the words of the story. */
export const IN_WORDS: readonly Defect[] = [
  {
    slip: 'an option that judges itself',
    from: 'text: Leave it for tonight and go on with other files.',
    to: '‸text: Leave it for tonight and be careless with this.',
    codes: ['scenario.option-reveals-key'],
    says: '"careless"',
  },
  {
    slip: 'an option that says what the key says',
    from: 'text: Send a note that reads as all notes of the line.',
    to: '‸text: Send a note harmless in the hands of anyone else.',
    codes: ['scenario.option-reveals-key'],
    says: '"harmless in the hands of"',
    alone: true,
  },
  {
    slip: 'a good option that is much the longest',
    from: 'text: Send a note that reads as all notes of the line.',
    to: '‸text: Send a note that reads as all notes of the line do with a time and a name and a number to ring on any day.',
    codes: ['scenario.option-length-tells'],
  },
  {
    slip: 'a red option that is much the shortest',
    from: 'text: Send a note in the name of the unit and the police.',
    to: '‸text: Send it as police.',
    codes: ['scenario.option-length-tells'],
  },
  {
    slip: 'an option that ends with a mark of its own',
    from: 'text: Send a note through the message box of that site.',
    to: '‸text: Send a note through the message box of that site!',
    codes: ['scenario.option-end-tells'],
    alone: true,
  },
  {
    slip: 'a consequence that praises the choice',
    from: 'then: A digit comes back.',
    to: '‸then: Luckily a digit comes back.',
    codes: ['scenario.consequence-judges'],
    says: '"Luckily"',
  },
  {
    slip: 'a consequence that blames the choice',
    from: 'then: The number is off.',
    to: '‸then: That was a mistake. The number is off.',
    codes: ['scenario.consequence-judges'],
    says: '"was a mistake"',
  },
  {
    slip: 'a hint in the words of one option',
    from: '{ text: Think of who may read it.',
    to: '{ ‸text: Think of the message box of that site.',
    codes: ['scenario.hint-names-option'],
    says: '"the message box of that"',
  },
  {
    slip: 'a tag in a text',
    from: 'text: The duty desk sends a short report.',
    to: '‸text: The duty desk sends <b>a short report</b>.',
    codes: ['scenario.markup'],
    says: '"<b>"',
  },
  {
    slip: 'a script in a text',
    from: 'text: The line is open.',
    to: '‸text: <script>alert(1)</script> The line is open.',
    codes: ['scenario.markup'],
  },
];

/** Slips in the key. */
export const IN_KEY: readonly Defect[] = [
  {
    slip: 'a key of another case',
    from: 'scenario: rich-case',
    to: '‸scenario: poor-case',
    codes: ['key.other-scenario'],
  },
  {
    slip: 'an option without a rating',
    from: '      d: { rating: harmful, reason: The person waits. }\n',
    to: '',
    at: '    ‸options:',
    codes: ['key.option-without-rating'],
  },
  {
    slip: 'a rating of an option that there is not',
    from: '      d: { rating',
    to: '      ‸e: { rating: harmful, reason: The person waits. }\n      d: { rating',
    codes: ['key.unknown-option'],
  },
  {
    slip: 'a decision that is not rated',
    from: '  word:\n',
    to: '  ‸words:\n',
    codes: ['key.decision-named-otherwise'],
  },
  {
    slip: 'no good option',
    from: 'rating: good',
    to: 'rating: acceptable',
    at: '  ‸word:',
    codes: ['key.no-good-option'],
  },
  {
    slip: 'a model path that stops short',
    from: '  - [again, stop]\n',
    to: '',
    at: '- ‸[word, a]',
    codes: ['key.model-not-playable'],
  },
  {
    slip: 'a model path that is not good',
    from: '- [word, a]',
    to: '- ‸[word, c]',
    codes: ['key.model-not-playable'],
    says: 'rated acceptable',
  },
  {
    slip: 'an act that no option is',
    from: 'model:\n',
    to: 'order:\n  before:\n    - ‸[preserve, contact]\n  reason: First things first.\n  sources: [{ code: SEED, mark: V, says: Keep. }]\nmodel:\n',
    codes: ['key.unknown-act', 'key.unknown-act'],
  },
  { slip: 'a source that is in no list', from: 'code: WHO03', to: '‸code: WHO99', codes: ['library.unknown-source'] },
];
