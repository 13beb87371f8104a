import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { playLedger } from '#kinds/ledger/model/play.ts';
import { openLedger } from '../../../../support/kinds/ledger/open-ledger.ts';

const table = () => screen.getByRole('table', { name: /^Payments of the ledger/ });
const rows = () =>
  within(table())
    .getAllByRole('rowheader')
    .map((cell) => Number(cell.textContent));
const shown = () => screen.getByText(/^Rows \d/).textContent?.trim();

describe('the payments', () => {
  it('are searched by text, account and sum, and say how many there are and what they come to', async () => {
    const { write, click } = openLedger();
    expect(shown()).toBe('Rows 1 to 40 of 120. The ledger has 120 payments.');

    await write(/^Search text/, 'catering', 'searchbox');
    expect(rows()).toEqual([25, 66, 89, 106]);
    expect(screen.getByText('Sum of all that were found: SIM 940')).toBeTruthy();

    await write(/^Search text/, 'w10 200', 'searchbox');
    expect(rows()).toEqual([13, 71]);

    await write(/^Search text/, 'nobody wrote this', 'searchbox');
    expect(screen.getByText('No payment has these words.')).toBeTruthy();
    await click('Show all payments');
    expect(shown()).toBe('Rows 1 to 40 of 120. The ledger has 120 payments.');
  });

  it('are sorted by a column, and the other way at a second press', async () => {
    const { click } = openLedger();
    await click('Sort by SIM');
    expect(rows().slice(0, 2)).toEqual([10, 11]);
    await click('Sort by SIM');
    expect(rows().slice(0, 2)).toEqual([47, 69]);
    await click('Rows after');
    expect(rows()).toHaveLength(40);
    expect(shown()).toBe('Rows 41 to 80 of 120. The ledger has 120 payments.');
    expect(within(table()).getByRole('columnheader', { name: /SIM/ }).getAttribute('aria-sort')).toBe('descending');
  });

  it('show the balance of the account that is chosen, and of no other', async () => {
    const { choose } = openLedger();
    expect(screen.queryByRole('columnheader', { name: /after/ })).toBeNull();
    await choose('Account', 'W03');

    const cells = within(table()).getAllByRole('row').at(1)?.querySelectorAll('td') ?? [];
    expect([...cells].at(-2)?.textContent?.trim()).toBe('88');
    const last = within(table()).getAllByRole('row').at(-1)?.querySelectorAll('td') ?? [];
    expect([...last].at(-2)?.textContent?.trim()).toBe('644');
  });

  it('get a role, fill a place on the sheet, and leave it again', async () => {
    const { choose, acts, response } = openLedger();
    await choose('Role of payment 6', 'sweep');
    await choose('Sweep', '6');
    expect(response().keyed).toEqual({ sweep: 6 });
    await choose('Role of payment 6', '');

    expect(response()).toMatchObject({ marks: [], keyed: {} });
    expect(acts).toEqual([
      { type: 'payment.marked', no: 6, role: 'sweep' },
      { type: 'payment.keyed', role: 'sweep', no: 6 },
      { type: 'payment.marked', no: 6 },
    ]);
  });

  it('of an account are shown from the drawing and from the table of accounts', async () => {
    const { click } = openLedger();
    await click('W06 1,370. In: SIM 1,370. Out: SIM 0.');
    expect(rows()).toEqual([43, 69, 112, 120]);
    expect(document.activeElement?.textContent).toBe('Payments');
    await click('Payments of W05');
    expect(rows()).toEqual([40, 43, 119, 120]);
  });
});

describe('the drawing', () => {
  it('is walked along the money by keys', async () => {
    const { press, container } = openLedger();
    const at = () => document.activeElement?.getAttribute('aria-label')?.split(' ')[0];
    container.querySelector<SVGGElement>('g[aria-label^="W01 "]')?.focus();
    await press('ArrowRight');
    await press('ArrowRight');
    expect(at()).toBe('W03');
    await press('ArrowRight');
    await press('ArrowRight');
    expect(at()).toBe('W06');
    await press('ArrowLeft');
    expect(at()).toBe('W04');
    await press('Enter');
    expect(rows()).toContain(69);
  });

  it('has one place for the keys, and a table with every link', () => {
    const { container } = openLedger();

    expect(container.querySelectorAll('g[tabindex="0"]')).toHaveLength(1);
    const twin = screen.getByRole('table', { name: 'How the money flows', hidden: true });
    expect(within(twin).getAllByRole('row', { hidden: true })).toHaveLength(
      1 + container.querySelectorAll('path.ribbon').length,
    );
  });
});

describe('a path', () => {
  it('offers at each step only accounts that received a payment, and is kept with its claim', async () => {
    const { choose, write, click, response } = openLedger();
    await choose('Begins at', 'W01');
    expect(within(screen.getByRole('combobox', { name: 'Step 1' })).getAllByRole('option')).toHaveLength(2);
    await choose('Step 1', 'W02');
    await choose('Step 2', 'W03');
    await choose('Step 3', 'W04');
    await choose('Step 4', 'W06');
    expect(screen.queryByRole('combobox', { name: 'Step 5' })).toBeNull();
    await write(/^SIM traced this way/, '409', 'spinbutton');
    await click(/^Mixed with/, 'checkbox');
    await click(/^A text on the way/, 'checkbox');
    await click('Keep this path');

    expect(response().paths).toEqual([
      { hops: ['W01', 'W02', 'W03', 'W04', 'W06'], sim: 409, mixed: true, medium: false, falseText: true },
    ]);
    expect(screen.getByText('SIM 409 claimed, disguise 5 of 6')).toBeTruthy();
    await click('Remove path 1');
    expect(response().paths).toEqual([]);
  });

  it('says what is missing, and keeps nothing', async () => {
    const { choose, click, acts } = openLedger();
    await choose('Begins at', 'W01');
    await click('Keep this path');

    expect(screen.getByRole('alert').textContent).toContain('one step at least');
    expect(acts).toEqual([]);
  });
});

describe('sheet and request', () => {
  it('say part by part what is missing, and never whether it is right', async () => {
    const { choose, write, response } = openLedger();
    expect(screen.getByText('0 of 10 parts')).toBeTruthy();
    await choose('Who is asked', 'bank');
    expect(screen.getByText('1 of 10 parts')).toBeTruthy();
    await choose('Add an account', 'W06');
    await write('SIM at most on W06', '799', 'spinbutton');
    await choose('Who is paid from W06', 'person-first');
    expect(screen.getByText('4 of 10 parts')).toBeTruthy();
    await write('Payments that join offence and account', 'no. 6, 66 and 999');

    expect(response().request).toEqual({
      authority: 'bank',
      lines: [{ account: 'W06', sim: 799, route: 'person-first' }],
      facts: '',
      link: [6, 66],
      risk: [],
    });
    expect(screen.getByText('Not in the ledger: 999.')).toBeTruthy();
    // Once in the form, and once on the paper that only print shows.
    expect(screen.getAllByText('Sum of the request: SIM 799')).toHaveLength(2);
  });

  it('keep what is typed before the field is left', async () => {
    const { container, response } = openLedger();
    const field = screen.getByRole('textbox', { name: 'Hypothesis' });
    await fireEvent.input(field, { target: { value: 'W03 takes' } });

    expect(response().sheet.hypothesis).toBe('W03 takes');
    expect(container.isConnected).toBe(true);
  });

  it('name several third persons, and forget one whose account is taken out', async () => {
    const { choose, click, response } = openLedger();
    for (const account of ['W06', 'W04', 'W21']) await choose('Add an account', account);
    await click(/^W04, /, 'checkbox');
    await click(/^W21, /, 'checkbox');
    expect(response().request.thirds).toEqual(['W04', 'W21']);
    await click('Remove W21');
    expect(response().request.thirds).toEqual(['W04']);
    await click('No third person is touched', 'checkbox');
    expect(response().request.thirds).toEqual([]);
  });

  it('stand as plain text on paper, with the accounts and the kept paths', () => {
    const { container } = openLedger({
      keyed: { sweep: 6 },
      views: [{ account: 'W03', as: 'profit', seq: 1 }],
      paths: [{ hops: ['W01', 'W02'], sim: 10, mixed: false, medium: true, falseText: false }],
      sheet: { hypothesis: 'W03 takes from W01.' },
      request: { ...playLedger.empty.request, lines: [{ account: 'W06', sim: 799 }] },
    });
    const paper = container.querySelector('.only-print');

    for (const said of [
      'W03 takes from W01.',
      'W03, Harro-1: profits.',
      'W01 › W02',
      'Ticked: Changed into coin or cash on the way.',
      'no. 6, W01 to W02',
      'Accounts to hold',
      'W06, Harro-1, savings',
      'SIM 799 at most. Who is paid from it: Missing',
      'Sum of the request: SIM 799',
    ])
      expect(paper?.textContent).toContain(said);
    expect(paper?.querySelectorAll('dd')[2]?.textContent).toBe('Missing');
    expect(paper?.textContent).toContain('Place and date');
    expect(paper?.querySelectorAll('input, select, textarea')).toHaveLength(0);
  });

  it('print no heading without content', () => {
    const { container } = openLedger();
    const heads = [...container.querySelectorAll('.only-print :is(h2, h3)')].map((head) => head.textContent);

    expect(heads).toEqual(['Request to hold money', 'To be signed by hand']);
  });

  it('hold no empty value in the log', async () => {
    const { choose, acts } = openLedger();
    await choose('Next lawful step', 'books-judge');
    await choose('Next lawful step', '');

    expect(acts).toEqual([
      { type: 'sheet.written', sheet: { hypothesis: '', step: 'books-judge' } },
      { type: 'sheet.written', sheet: { hypothesis: '' } },
    ]);
  });

  it('are handed in after a question that names the gaps', async () => {
    const { click, done } = openLedger();
    await click('Finish the ledger');
    expect(screen.getByText(/^Request: Who is asked, /)).toBeTruthy();
    await click('Finish and hand in');

    expect(done.committed).toBe(1);
  });

  it('are printed', async () => {
    const { click, done } = openLedger();
    await click('Print sheet and request');

    expect(done.printed).toBe(1);
  });
});

describe('the line that everything is invented', () => {
  it('stands on the drawing, on the payments, and over sheet and request as they are printed', () => {
    openLedger();
    const marks = screen.getAllByText('SYNTHETIC TRAINING MATERIAL');

    expect(marks.map((mark) => mark.closest('section')?.querySelector('h2')?.textContent)).toEqual([
      'How the money flows',
      'Payments',
      'Financial sheet',
      'Financial sheet',
    ]);
    expect(marks.at(-1)?.previousElementSibling?.textContent).toBe('Request to hold money');
    expect(marks.at(-1)?.closest('.no-print')).toBeNull();
  });
});

describe('a ledger in another window', () => {
  it('can be read and not changed', () => {
    openLedger({}, { readOnly: true });

    expect(screen.queryByRole('combobox', { name: /^Role of payment/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Keep this path' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Finish the ledger' })).toBeNull();
    expect((screen.getByRole('textbox', { name: 'Hypothesis' }) as HTMLTextAreaElement).disabled).toBe(true);
  });
});
