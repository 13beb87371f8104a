import { describe, expect, it } from 'vitest';
import { lintText } from '#core/safety/lint-text.ts';
import type { PassageKind } from '#core/safety/passage.ts';
import { SAFETY_RULES } from '#core/safety/rules.ts';
import messages from '#words/issues.json' with { type: 'json' };

/** What breaks a rule: the rule, the kind of text, the text, and the words that are named. */
const PLANTED: readonly (readonly [rule: string, kind: PassageKind, text: string, named: string])[] = [
  ['C03', 'scenario', 'The card says SIM 50 for a whatnot and more.', 'SIM 50 for a whatnot'],
  ['C03', 'lesson', 'One reads: whatnot SIM 50, somewhat SIM 80.', 'whatnot SIM 50, somewhat SIM 80'],
  ['C04', 'scenario', 'Look: <img src="a">', '<img'],
  ['C04', 'scenario', 'Look: data:image/x;base64,AAAA', 'data:image/'],
  ['C04', 'lesson', 'Look: ![a room](room)', '![a room]'],
  ['C04', 'scenario', 'Look at room.PNG there.', '.PNG'],
  ['C04', 'pasted', 'a\u0000b', 'bytes of a file'],
  ['C05', 'scenario', 'Ask Mrs. Whatname at the desk.', 'Mrs. Whatname'],
  ['C05', 'scenario', 'The voice says: call me Maren Whatname.', 'call me Maren Whatname'],
  ['C05', 'pasted', 'Last name: Whatname', 'Last name: Whatname'],
  ['C06', 'scenario', 'She lives at 12 Whatever Street.', '12 Whatever Street'],
  ['C06', 'pasted', 'find me at 0.12345, 0.54321', '0.12345, 0.54321'],
  ['C07', 'scenario', 'Ring +44 0000 000000 now.', '+44 0000 000000'],
  ['C07', 'lesson', 'Ring (000) 555-0000 now.', '(000) 555-0000'],
  ['C07', 'generated', 'Ring 0000 000 000.', '0000 000 000'],
  ['C08', 'lesson', 'Press tel:+9995551234 here.', 'tel:'],
  ['C08', 'scenario', 'Press [here](somewhere).', '](somewhere)'],
  ['C08', 'pasted', '<a href="x">', '<a'],
  ['C09', 'scenario', 'See no-such-host-here.com for more.', 'no-such-host-here.com'],
  ['C09', 'lesson', 'See https://no-such-host.here/page.', 'https://no-such-host.here'],
  ['C09', 'pasted', 'write to somebody@no-such-host.here', '@no-such-host.here'],
  ['C09', 'generated', 'Good tea.Please be on time.', 'tea.Please'],
  ['C10', 'scenario', 'The log shows 10.0.0.1 twice.', '10.0.0.1'],
  ['C10', 'lesson', 'The log shows fe80::1 twice.', 'fe80::1'],
  ['C10', 'pasted', 'device 02-00-00-00-00-01', '02-00-00-00-00-01'],
  ['C11', 'scenario', 'It costs 50 €.', '€'],
  ['C11', 'scenario', 'It costs USD 50.', 'USD 5'],
  ['C11', 'generated', 'Send it to $whoever.', '$whoever'],
  ['C11', 'lesson', 'The account GB00 TEST 0000 0000 0000 00 was used.', 'GB00 TEST 0000 0000 0000 00'],
  ['C11', 'lesson', 'The account XK05 0000 0000 0000 0000 was used.', 'XK05 0000 0000 0000 0000'],
  [
    'C11',
    'scenario',
    'The coin 0x0000000000000000000000000000000000000001 moved.',
    '0x0000000000000000000000000000000000000001',
  ],
  ['C11', 'scenario', `The coin bc1${'a'.repeat(39)} moved.`, `bc1${'a'.repeat(39)}`],
  ['C11', 'scenario', `The coin bc1${'a'.repeat(59)} moved.`, `bc1${'a'.repeat(56)}…`],
  ['C11', 'pasted', 'card 4111 1111 1111 1111', '4111 1111 1111 1111'],
  ['C12', 'scenario', 'She uses whatsapp for it.', 'whatsapp'],
  ['C12', 'scenario', 'As in Backpage.', 'Backpage'],
  ['C12', 'scenario', 'As in Whatname v. Somewhere.', 'Whatname v. Somewhere'],
  ['C12', 'lesson', 'As in Backpage, long ago.', 'Backpage'],
  ['C06', 'lesson', 'Ask at 12 Whatever Street.', '12 Whatever Street'],
  ['C13', 'scenario', 'The account belongs to somebody aged 16.', 'aged 16'],
  ['C13', 'scenario', 'The person is sixteen years old.', 'person is sixteen years old'],
  ['C15', 'generated', 'Good tea ☕', '☕'],
  ['C15', 'generated', 'Good\u200btea', '\u200b'],
  ['C15', 'scenario', 'Good tea → room', '→'],
  ['C15', 'scenario', 'The sign ◈ stands there.', '◈'],
  ['C15', 'pasted', 'Best™ offer', '™'],
  ['C19', 'scenario', 'The victim waits.', 'victim'],
  ['C19', 'lesson', 'The victim waits.', 'victim'],
  ['C19', 'generated', 'The rescuer waits.', 'rescuer'],
  ['C19', 'pasted', 'He is a pimp.', 'pimp'],
];

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
