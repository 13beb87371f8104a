import { describe, expect, it } from 'vitest';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { theCase } from '../../../../support/builders/the-library.ts';
import { linesOf, SCENARIO, type Slip, withSlip } from '../../../../support/library/a-broken-project.ts';

const { market } = theCase().material;
const withoutPhone = market.ads.find((ad) => adsSharingPhone(market, ad.id).length === 0)?.id;

const WORLD = '- { when: contacted, change: edited, afterMinutes: 150, sharingPhoneWith: "0303" }';
const CONTACTED = '  contacted: { type: bool, initial: false }\n';

const FIELDS: readonly Slip[] = [
  { slip: 'no title', from: 'title: The quiet number\n', to: '', at: '‸schema: scenario/1', codes: ['schema.missing'] },
  { slip: 'a number for a title', from: 'title: The quiet', to: '‸title: 7 #', codes: ['schema.wrong-type'] },
  {
    slip: 'a title misspelt',
    from: 'title: The',
    to: '‸titel: The',
    codes: ['schema.unknown-field-near'],
  },
  {
    slip: 'a field that is like no other',
    from: 'title: The',
    to: '‸colour: red\ntitle: The',
    codes: ['schema.unknown-field'],
    says: '"colour" is not known here',
  },
  {
    slip: 'a misspelt field of an option',
    from: 'when: "!contacted"',
    to: '‸whn: "!contacted"',
    codes: ['schema.unknown-field-near'],
    says: 'did you mean "when"?',
  },
  {
    slip: 'an unknown size of market',
    from: 'preset: mini',
    to: '‸preset: huge',
    codes: ['schema.not-one-of'],
    says: 'mini',
  },
  { slip: 'a kind of scene that is none', from: 'type: narrative', to: '‸type: story', codes: ['schema.not-one-of'] },
  {
    slip: 'a scene that does not say of which kind it is',
    from: '    type: narrative\n',
    to: '',
    at: '\n  ‸briefing:',
    codes: ['schema.missing'],
    says: '"states.briefing.type" is missing',
  },
  {
    slip: 'a change before its cause',
    from: 'afterMinutes: 150',
    to: '‸afterMinutes: -1',
    codes: ['schema.minutes'],
  },
  { slip: 'too heavy a content', from: 'contentLevel: 2', to: '‸contentLevel: 4', codes: ['schema.number'] },
  {
    slip: 'a day in place of a moment',
    from: 'start: "2031-03-12T09:00:00Z"',
    to: '‸start: "2031-03-12"',
    codes: ['schema.invalid'],
    says: 'a moment in UTC',
  },
  {
    slip: 'a variable with a capital',
    from: CONTACTED,
    to: `  ‸Spoken: { type: bool, initial: false }\n${CONTACTED}`,
    codes: ['schema.invalid'],
  },
  {
    slip: 'a question to an exercise that it cannot be asked',
    from: 'brief: {}',
    to: 'brief: { ‸ads: 3 }',
    codes: ['schema.unknown-field'],
  },
  {
    slip: 'the same field twice',
    from: 'contentLevel: 2',
    to: 'contentLevel: 2\n‸contentLevel: 3',
    codes: ['yaml.duplicate-key'],
    says: '"contentLevel" stands twice',
  },
];

const STORY: readonly Slip[] = [
  {
    slip: 'a scene that does not exist',
    from: 'next: end-out-of-use',
    to: '‸next: somewhere-else',
    codes: ['scenario.missing-target'],
  },
  {
    slip: 'a scene whose name is nearly right',
    from: 'next: end-switched-off',
    to: '‸next: end-switchedoff',
    codes: ['scenario.missing-target-near'],
    says: 'did you mean "end-switched-off"?',
  },
  {
    slip: 'a stage that is not listed',
    from: 'stage: find',
    to: '‸stage: finding',
    codes: ['scenario.unknown-stage'],
  },
  {
    slip: 'an exercise that nobody wrote',
    from: 'kind: detection',
    to: '‸kind: guessing',
    codes: ['scenario.unknown-exercise'],
    says: 'courtroom, detection, ledger, linking, mapping, policy, preservation',
  },
  {
    slip: 'an option twice',
    from: '- id: request-late',
    to: '- id: request',
    at: '- ‸id: request\n        text: Ask the site to keep the data behind the ads, with authority and reasons.\n        when: "!requested && notified"',
    codes: ['scenario.duplicate-option'],
  },
  {
    slip: 'a scene that nothing leads to',
    from: 'next: end-line-dead',
    to: 'next: end-out-of-use',
    at: '\n  ‸end-line-dead:',
    codes: ['scenario.unreachable-state'],
  },
  {
    slip: 'a scene that leads to itself alone',
    from: 'end-answer-stands:\n    type: end',
    to: '‸end-answer-stands:\n    type: narrative\n    next: end-answer-stands',
    codes: ['scenario.inescapable-loop'],
  },
  {
    slip: 'a moment in which nothing is offered',
    from: 'requested && notified && contacted',
    to: 'requested && notified && !contacted',
    at: '\n  ‸desk:',
    codes: ['scenario.no-option-left'],
    says: 'contacted is true',
  },
];

const FORMULAS: readonly Slip[] = [
  {
    slip: 'a variable nobody declared in a condition',
    from: 'when: "!contacted"',
    to: '‸when: "!called"',
    codes: ['scenario.expression'],
    says: 'called',
  },
  {
    slip: 'a condition that breaks off',
    from: 'when: "!contacted"',
    to: '‸when: "!contacted &&"',
    codes: ['scenario.expression'],
  },
  {
    slip: 'a number for a yes or no',
    from: 'set: { contacted: "true" }',
    to: 'set: { ‸contacted: "1" }',
    codes: ['schema.not-true-or-false'],
    says: 'Write true or false there',
  },
  {
    slip: 'a change of a variable nobody declared',
    from: 'set: { contacted: "true" }',
    to: 'set: { ‸called: "true" }',
    codes: ['scenario.unknown-variable'],
  },
  {
    slip: 'more situations than can be looked through',
    from: CONTACTED,
    to: `${CONTACTED}  tries: { type: int, initial: 0, min: 0, max: 900000000 }\n`,
    at: '‸variables:',
    codes: ['scenario.too-many-combinations'],
  },
];

const WORLDS: readonly Slip[] = [
  {
    slip: 'a change of the world on no variable',
    from: WORLD,
    to: WORLD.replace('when: contacted', '‸when: called'),
    codes: ['scenario.unknown-variable'],
  },
  {
    slip: 'a change of the world on a number',
    from: `${CONTACTED}\nworld:\n  - { when: contacted,`,
    to: `${CONTACTED}  tries: { type: int, initial: 0, min: 0, max: 2 }\n\nworld:\n  - { ‸when: tries,`,
    codes: ['scenario.not-yes-or-no'],
  },
  {
    slip: 'an ad that the market has not',
    from: WORLD,
    to: WORLD.replace('sharingPhoneWith: "0303"', '‸sharingPhoneWith: "9999"'),
    codes: ['scenario.unknown-ad'],
  },
  {
    slip: 'an ad that shows no number',
    from: WORLD,
    to: WORLD.replace('sharingPhoneWith: "0303"', `‸sharingPhoneWith: "${withoutPhone}"`),
    codes: ['scenario.ad-without-phone'],
  },
  {
    slip: 'a market that is not there',
    from: 'profile: BUY',
    to: '‸profile: ABC',
    codes: ['schema.not-one-of'],
    says: 'BUY',
  },
  {
    slip: 'a share of controlled ads that gives no network',
    from: 'prevalence: PRACTICE',
    to: '‸prevalence: NEEDLE',
    codes: ['scenario.market-too-small'],
    says: '"NEEDLE"',
  },
];

describe('an author who makes a slip in scenario.yaml', () => {
  it.each([...FIELDS, ...STORY, ...FORMULAS, ...WORLDS])('gets its position: $slip', (slip) => {
    const { issues, place } = withSlip(SCENARIO, slip);

    const [line = ''] = linesOf(issues);
    expect(issues.map(({ code }) => code)).toEqual(slip.codes);
    expect(line).toMatch(/^\S+:\d+:\d+ [a-z-]+\.[a-z-]+ .+[.?] [A-Z][^{}]+\.$/);
    expect(line.startsWith(`${place} ${slip.codes[0]} `), `${line}\nstands at ${place}`).toBe(true);
    if (slip.says) expect(line).toContain(slip.says);
  });
});

describe('a coding sample', () => {
  const MAP = 'scenarios/who-owns-the-sites/scenario.yaml';

  it.each(['shared-phone', 'no-such-sign'])('is refused with %s, which no single page shows', (sign) => {
    const slip: Slip = { slip: sign, from: '- manager-reference', to: `- ‸${sign}`, codes: [] };
    const { issues, place } = withSlip(MAP, slip);

    expect(linesOf(issues)[0]).toContain(place);
    expect(linesOf(issues)[0]).toContain(`"${sign}" is no sign or cue that one page can show`);
  });
});
