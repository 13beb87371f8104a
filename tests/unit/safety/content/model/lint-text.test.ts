import { describe, expect, it } from 'vitest';
import { lintText } from '#safety/content/model/lint-text.ts';
import { SAFETY_RULES } from '#safety/content/model/rules.ts';
import messages from '#words/case/issues.json' with { type: 'json' };
import { PLANTED } from '../../../../support/safety/planted-texts.ts';

describe('a text', () => {
  it.each(PLANTED)('is refused by %s as %s: %s', (rule, kind, text, named) => {
    const found = lintText(text, { kind }).filter(({ severity }) => severity === 'error');

    expect(found.map(({ code, params: { text: said } }) => [code, said])).toContainEqual([`safety.${rule}`, named]);
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set([`safety.${rule}`]));
  });

  it('breaks each rule for texts in the table above', () => {
    const planted = new Set([...PLANTED.map(([rule]) => rule), 'C21', 'C26', 'C27']);

    expect(SAFETY_RULES.filter(({ check }) => check.text || check.characters).map(({ id }) => id)).toEqual(
      [...planted].sort(),
    );
  });

  it.each([
    'Two friends, Ana and Bel, one phone.',
    'House Linden, company number SIM-0417.',
    'SIM 5,900 a month, one hour SIM 150, 1 250 000 SIM in all.',
    'SIM 40 per week for a shared room, and SIM 150 for papers.',
    'Opened 2031-03-12T09:00:00Z, 12.03.2031, 12/03/2031 and 2031-03-12 09:00.',
    'Ads 0301, 0305 and 0312; pictures pid-1234 and pid-12345678; rooms R-17 and R-6535.',
    'Print 1111111111111111111111111111111111111111111111111111111111111111, market fae664c15420e074.',
    'Call +44 7700 900123, +1 212 555 0143 or +999 512 345 678; nobody answers.',
    'https://ostrel-smallads.example/services/ad?id=0305&from=list and mail to desk@lantern.example.',
    'Addresses 192.0.2.7, 198.51.100.200, 2001:db8::7 and 00-00-5E-00-53-01.',
    'Money to $sim-mira, account XA12 0000 0000 0000 0000, coin SIMCOIN-0000000000000000000000000001.',
    'The possible victim and the victim support organisation of the town.',
    'The account is two years old, and the person is 34 years old.',
    'From 10 to 16 h, 20 in 100, 17 362 ads, 0.25 of them.',
  ])('breaks no rule: %s', (text) => {
    for (const kind of ['scenario', 'lesson'] as const) expect(lintText(text, { kind })).toEqual([]);
    expect(lintText(text, { kind: 'pasted' }).map(({ code }) => code)).toEqual(['safety.C26']);
  });

  it('gets issues with line and column', () => {
    const [issue] = lintText('One line.\nAnd the victim.', { kind: 'scenario', file: 'a.txt', place: ['text'] });

    expect(issue).toEqual({
      code: 'safety.C19',
      severity: 'error',
      path: ['text'],
      params: { text: 'victim' },
      position: { file: 'a.txt', line: 2, column: 9 },
    });
  });

  it('with many faults gets the first hundred reported, in order', () => {
    const issues = lintText('victim and ™\n'.repeat(80), { kind: 'scenario', file: 'a.txt' });

    expect(issues).toHaveLength(101);
    expect(issues.at(-1)?.code).toBe('file.more-issues');
    expect(issues.slice(0, 4).map(({ code, position }) => [code, position?.line])).toEqual([
      ['safety.C19', 1],
      ['safety.C15', 1],
      ['safety.C19', 2],
      ['safety.C15', 2],
    ]);
  });

  it('with a very long violation gets it reported in short', () => {
    const [issue] = lintText(`$${'whoever'.repeat(6)} \n`.repeat(2), { kind: 'scenario' });

    expect(JSON.stringify(issue?.params).length).toBeLessThan(75);
  });
});

describe('the rules', () => {
  it('each have a sentence, a cure and a subject', () => {
    for (const { id, guards } of SAFETY_RULES) {
      expect(messages).toHaveProperty([`safety.${id}`]);
      expect(guards).toMatch(/^[A-Z].+\.$/);
    }
  });
});
