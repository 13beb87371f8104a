import { cleanup, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { courtroomFacts } from '#kinds/courtroom/model/facts.ts';
import { type CourtroomAction, type CourtroomResponse, playCourtroom } from '#kinds/courtroom/model/play.ts';
import CaseTable from '#kinds/courtroom/screens/CaseTable.svelte';
import Debrief from '#kinds/courtroom/screens/Debrief.svelte';
import { FILE, KEY, sitInCourt } from '../../../../support/kinds/courtroom/small-court.ts';

const RULING = { motion: 'copy', outcome: 'admit', boxes: ['', '', '', '', '', 'so'] };
const AT = '2031-05-05T09:00:00Z';
const played = (...actions: CourtroomAction[]): CourtroomResponse =>
  actions.reduce(
    (so, action, n) => playCourtroom.reduce(so, { ...action }, { at: AT, seq: n + 1 }),
    playCourtroom.empty,
  );
const SIGN: CourtroomAction = { type: 'judgment.signed' };
const choose = (option: string): CourtroomAction => ({ type: 'choice.made', question: 'end', option });
const leaves = () => [...document.querySelectorAll('.print-leaf')].map((leaf) => leaf.textContent ?? '').join(' ');
/** The judgment is opened with a ruling that is signed already. */
const atJudgment = (...actions: CourtroomAction[]) =>
  sitInCourt(played({ type: 'ruling.signed', ...RULING }, ...actions));
const debrief = (...actions: CourtroomAction[]) =>
  render(Debrief, { file: FILE, response: played(...actions), key: KEY, sentences: [], base: '/kit/' });
const rowOf = (title: string, table: string) => {
  const [first] = screen.getAllByRole('table', { name: table });
  return within(first as HTMLElement).getByRole('row', { name: new RegExp(`^${title}`) }).textContent;
};

describe('a signed judgment', () => {
  test('prints what was signed, and says that it was changed after that', async () => {
    const court = atJudgment(choose('acquit'), SIGN);
    expect(leaves()).not.toContain('not signed again');

    await court.click(/All of it/, 'radio');
    expect(leaves()).toContain('Nothing.');
    expect(leaves()).not.toContain('All of it.');
    expect(leaves()).toContain(
      'The judgment was changed after the signature of 2031-05-05 09:00 UTC, and not signed again.',
    );
    expect(screen.getByText(/^Changed after the signature of 2031-05-05 09:00 UTC\. Not signed again\./)).toBeTruthy();

    await court.click('Sign the judgment');
    await court.click('Sign it all the same');
    expect(leaves()).toContain('All of it.');
    expect(leaves()).not.toContain('not signed again');
  });

  test('asks for confirmation if nothing is chosen', async () => {
    const court = atJudgment();
    await court.click('Sign the judgment');
    expect(screen.getByText('Sign a judgment in which nothing is chosen?')).toBeTruthy();
    expect(screen.getByText(/^No choice is made in: The end\./)).toBeTruthy();
    expect(screen.getByText(/^These rows are not decided: Act, Means/)).toBeTruthy();
    expect(screen.getByText(/^These sums have no amount: What was taken\?/)).toBeTruthy();
    expect(court.response().judgmentSigned).toBeUndefined();

    await court.click('Sign it all the same');
    expect(court.response().judgmentSigned?.text.choices).toEqual({});
  });
});

describe('a finding', () => {
  const CHARGE = 'The charge says that Harro-1 brought somebody.';

  test('stands beside the charge, with the verdict to which it leads, on the screen and on paper', async () => {
    const court = atJudgment();
    const said = () => leaves().replaceAll(/\s+/g, ' ');
    expect(said()).toContain(`${CHARGE} Finding: not decided`);
    expect(court.container.textContent).not.toContain('Verdict:');

    await court.click(/Nothing\./, 'radio');
    expect(said()).toContain(`${CHARGE} Finding: Nothing. Verdict: Harro-1 is acquitted of bringing.`);
    expect(screen.getByText('Verdict: Harro-1 is acquitted of bringing.', { selector: '.no-print *' })).toBeTruthy();
  });

  test('is told in the debrief with the verdict of each choice', () => {
    debrief(choose('acquit'), SIGN);
    const all = screen.getByRole('heading', { name: 'The end' }).closest('article')?.textContent ?? '';

    expect(all).toContain(CHARGE);
    expect(all).toMatch(/You chose: Nothing\.\s*Verdict: Harro-1 is acquitted of bringing\./);
    expect(all).toMatch(/All of it\.\s*Verdict: Harro-1 is convicted of bringing\./);
  });
});

describe('the printed judgment', () => {
  test('shows a sum without an amount as not decided', () => {
    atJudgment();
    expect(leaves()).toMatch(/Taken\s*not decided/);
  });

  test('names the accused, and calls measures and answers as a judgment does', () => {
    const [end] = FILE.bundle.judgment;
    if (!end) throw new Error('The small court asks nothing.');
    const bundle = {
      ...FILE.bundle,
      accused: 'Harro-1',
      measures: FILE.bundle.measures.map((one) => ({ ...one, onPaper: 'Nothing more is asked.' })),
      judgment: [
        end,
        { ...end, id: 'site', part: 'order' as const, title: 'The site', onPaper: 'Order on the ads' },
        { ...end, id: 'late', part: 'amendment' as const, title: 'A later request' },
      ],
    };
    const rows = [{ element: 'profits', state: 'not-met' as const, measure: 'close', why: '' }];
    sitInCourt({ ...played({ type: 'ruling.signed', ...RULING }), rows }, { file: { ...FILE, bundle } });

    expect(leaves()).toContain('Charges and findings in the case against Harro-1');
    expect(leaves()).toContain('Next measure: Nothing more is asked. Rows: Profit.');
    expect(leaves()).toContain('Order on the ads');
    expect(leaves()).not.toContain('A later request');
  });

  test('marks a sum that its payments do not make, and a place that the file does not have', () => {
    atJudgment(
      { type: 'sum.given', sum: 'taken', amount: 210, payments: [1] },
      { type: 'reasons.written', text: 'As E1 1 says, and E13 1.' },
    );
    expect(leaves()).toContain('The payments named come to SIM 100.');
    expect(leaves()).toContain('The reasons name what this file does not have: E13 1.');
  });
});

test('what is open names the parts without a choice, counts blank cells, and tells a change that is not signed', async () => {
  const court = atJudgment(SIGN, { type: 'row.judged', element: 'brings', state: 'met', why: '' });
  await court.click('Finish the court file');
  for (const said of [
    '1 part of the judgment is not chosen: The end.',
    '9 cells of the matrix are blank.',
    'The judgment was changed after its signature, and not signed again.',
  ])
    expect(screen.getByText(said)).toBeTruthy();
});

describe('the debrief', () => {
  const first = (element: string, percent: number): CourtroomAction => ({
    type: 'view.set',
    view: 'first',
    element,
    percent,
  });
  const VIEWS = 'First view, last view, and what happened';

  test('prints a first view that stays as the last one, and says when it was signed', () => {
    debrief(
      first('brings', 60),
      first('holds', 30),
      { type: 'row.judged', element: 'holds', state: 'met', why: '' },
      {
        type: 'view.signed',
      },
    );
    expect(rowOf('Act', VIEWS)).toContain('60, unchanged');
    expect(rowOf('Profit', VIEWS)).toContain('not set');
    expect(screen.getByText(/^You signed your first view after you had begun the matrix\./)).toBeTruthy();
  });

  test('marks a sum that its payments do not make where it stands', () => {
    debrief({ type: 'sum.given', sum: 'taken', amount: 210, payments: [1] });
    expect(rowOf('What was taken', 'Sums')).toContain('Your payments come to SIM 100. It does not count as right.');
  });

  test('has the same sum on its second sheet, with what is wrong with it', () => {
    const response = played({ type: 'sum.given', sum: 'taken', amount: 210, payments: [1] });
    render(CaseTable, { facts: [courtroomFacts(response, KEY, FILE)] });
    const row = screen.getByRole('row', { name: /^What was taken/ });
    expect(row.textContent?.replace(/\s+/g, ' ')).toMatch(/210 The payments named come to SIM 100\.210no$/);
  });

  test('sets rows, sums and rulings that were changed after the signature apart from the signed ones', () => {
    const row = (state: 'met' | 'ask', measure?: string): CourtroomAction => {
      return { type: 'row.judged', element: 'brings', state, ...(measure && { measure }), why: '' };
    };
    const sum = (amount: number, payments: number[] = []): CourtroomAction => {
      return { type: 'sum.given', sum: 'taken', amount, payments };
    };
    const late = { ...RULING, outcome: 'limited' };
    debrief(row('ask', 'phone'), sum(100, [1]), { type: 'ruling.signed', ...RULING }, SIGN);
    expect(document.body.textContent).not.toContain('after your last signature');
    cleanup();

    debrief(
      row('ask', 'phone'),
      sum(100, [1]),
      { type: 'ruling.signed', ...RULING },
      SIGN,
      row('met'),
      sum(210, [1, 3]),
      {
        type: 'ruling.signed',
        ...late,
      },
    );
    for (const said of [
      'You decided this after your last signature. The signed judgment says: Something has to be asked first. Next measure: Order the telephone.',
      'You gave this after your last signature. The signed judgment says: SIM 100, from the payments 1',
      'You signed this ruling after your last signature of the judgment. The signed judgment says: Take it as the source.',
    ])
      expect(screen.getByText(said)).toBeTruthy();
    expect(screen.getByText(/^You signed 2 rulings on this motion|You signed 2 rulings on this motion/)).toBeTruthy();
  });

  test('sets a choice that was made after the signature apart from the signed one', () => {
    debrief(choose('acquit'), SIGN, choose('convict'));
    expect(
      screen.getByText('You chose this after your last signature. The signed judgment says: Nothing.'),
    ).toBeTruthy();
  });
});
