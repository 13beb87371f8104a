import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { AttemptReport } from '#case/play/use-cases/handed-reports.ts';
import { NO_GROUNDS } from '#kinds/policy/model/grounds.ts';
import type { OwnReports } from '#kinds/policy/screens/own-reports.ts';
import { sitCarefully } from '#kinds/policy/use-cases/players.ts';
import { handedReport, handedSite } from '../../../../support/builders/handed-report.ts';
import { BRIEF, played } from '../../../../support/kinds/policy/a-table.ts';
import { openTable } from '../../../../support/kinds/policy/open-table.ts';

const texts = (elements: readonly HTMLElement[]) => elements.map((one) => one.textContent?.replace(/\s+/g, ' ').trim());

describe('the report on the table', () => {
  const report = handedReport({
    lines: [
      { site: 'north', claim: 'edit', word: 'pattern', count: [3, 4] },
      { site: 'south', claim: 'over-block', word: 'not-seen', count: [0, 5] },
    ],
    sites: [
      handedSite('north', 60, { told: [3, 4], kept: { fields: [11, 11], days: 90 }, blocked: [0, 4] }),
      handedSite('south', 20),
    ],
    open: [{ site: 'south', claim: 'late', why: 'not-tested' }],
  });
  const found: AttemptReport = { attempt: 'a1', wall: '2031-03-12T09:15:00.000Z', report };
  const own = (change: Partial<OwnReports> = {}): OwnReports => ({
    title: 'Six weeks',
    closed: false,
    kept: async () => [found],
    inFile: async () => found,
    ...change,
  });

  it('is the prepared one, said so, until a reader takes one of their own from the device', async () => {
    const table = openTable({}, { own: own() });
    expect(screen.getByText(/^The table uses the prepared report/)).toBeTruthy();
    await table.click('Look for my reports on this device');
    await table.click('Take the report of 2031-03-12, 09:15');

    expect(table.acts).toEqual([{ type: 'report.taken', report }]);
    expect(screen.getByRole('row', { name: /^NORTH\. Lets a flagged card back/ }).textContent).toMatch(
      /Pattern\s*3 of 4\s*30 to 95 of 100/,
    );
    expect(screen.getByRole('row', { name: /Nobody tested this at SOUTH/ }).textContent).toMatch(
      /Not tested\s*no count/,
    );
    expect(screen.getByRole('row', { name: /Not seen at SOUTH/ }).textContent).toMatch(/SOUTH: 0 of 5, 0 to 43 of 100/);
    expect(screen.queryByRole('row', { name: /^Nobody was told/ })).toBeNull();
    expect(texts(screen.getAllByRole('definition')).slice(3, 5)).toEqual([
      '56 to 81 a range, because this was not tested at SOUTH',
      '75 to 100 a range, because this was not tested at SOUTH',
    ]);
    await table.click('Put the prepared report back');
    expect(screen.getByRole('row', { name: /^Nobody was told/ })).toBeTruthy();
  });

  it('can come from a file, and a file without one changes nothing and says why', async () => {
    const table = openTable({}, { own: own({ inFile: async (text) => (text === 'good' ? found : 'other-case') }) });
    await table.openFile('mine.json', 'bad');
    expect(screen.getByText(/^The file mine\.json is an attempt at another case/)).toBeTruthy();
    expect(table.acts).toEqual([]);
    await table.openFile('mine.json', 'good');
    expect(table.acts).toEqual([{ type: 'report.taken', report }]);
  });

  it('stays once something is chosen, and is not looked for where its case is not at hand', async () => {
    const table = openTable(
      played([
        { type: 'report.taken', report },
        { type: 'measure.chosen', measure: 'A1' },
      ]),
      {
        own: own(),
      },
    );
    await table.go('Findings');
    expect(screen.getByText(/^The table uses your own report/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Put the prepared report back/ })).toBeNull();
    cleanup();
    openTable({}, { own: own({ closed: true }) });
    expect(screen.getByText(/^This page holds one case only/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Look for my reports/ })).toBeNull();
  });
});

describe('a table-top on screen', () => {
  it('shows findings with their word and their range, and says what is invented', () => {
    openTable();
    const row = screen.getByRole('row', { name: /^Nobody was told/ });

    expect(row.textContent).toMatch(/Pattern\s*0 of 14\s*0 to 22 of 100/);
    expect(screen.getByRole('row', { name: /^What closing does here/ }).textContent).toMatch(/Not tested\s*no count/);
    expect(screen.getByText(/^Nothing here has a right answer.*T: every cost and every range/)).toBeTruthy();
  });

  it('shows the position of a seat, and its private knowledge once it is heard', async () => {
    const table = openTable();
    await table.go('Duties');
    expect(screen.queryByText('Its checks cost 15 of each 100 that it earns.')).toBeNull();
    await table.click('Hear: Four Towns (site in good faith)');

    expect(table.acts).toEqual([{ type: 'seat.heard', seat: 'four-towns', round: 'B' }]);
    expect(screen.getByText('Its checks cost 15 of each 100 that it earns.')).toBeTruthy();
    expect(screen.getByText(/^B5 Tell and keep for 90 days: We will report too much/)).toBeTruthy();
  });

  it('puts the same question of all five positions in the same place, in the order of the lot', async () => {
    const table = openTable();
    await table.go('Enforcement');
    const positions = screen.getAllByRole('article');
    const questions = positions.map((one) => texts(within(one).getAllByRole('term')));

    expect(positions).toHaveLength(5);
    for (const asked of questions) expect(asked).toEqual(questions[0]);
    expect(questions[0]).toHaveLength(5);
  });

  it('accepts grounds for a measure, and objections only of seats that were heard', async () => {
    const table = openTable();
    await table.go('Enforcement');
    await table.click('Choose C2');
    await table.write(/best reason for it, in your words/, 'Few buyers went around a block.');
    await table.tick(/^Who pays/, 'the State');
    await table.choose(screen.getByRole('combobox', { name: /milder means/ }), 'C1');

    expect(table.response().grounds.C2).toMatchObject({ milder: 'C1', payers: ['state'] });
    expect(screen.queryByText(/^People ring on the day of the block/)).toBeNull();
    await table.click('Hear: Support service');
    expect(screen.getAllByText(/People ring on the day of the block/).length).toBeGreaterThan(0);
  });

  it('leaves a choice out of the grounds when it is taken back, and keeps the others', async () => {
    const table = openTable();
    await table.go('Enforcement');
    await table.click('Choose C2');
    const fields = [/milder means/, /^Looked at again/, /indicator that you watch/];
    const field = (name: RegExp) => screen.getByRole('combobox', { name });
    for (const [n, value] of ['C1', '6', 'H'].entries()) await table.choose(field(fields[n] as RegExp), value);
    expect(table.response().grounds.C2).toEqual({ ...NO_GROUNDS, milder: 'C1', months: 6, watch: 'H' });

    await table.choose(field(/^Looked at again/), '');
    expect(table.response().grounds.C2).toStrictEqual({ ...NO_GROUNDS, milder: 'C1', watch: 'H' });
    for (const name of fields) await table.choose(field(name), '');
    expect(table.response().grounds.C2).toStrictEqual(NO_GROUNDS);
  });

  it('disables further parties after three, and a measure beyond the budget', async () => {
    const plan = (['A1', 'A2', 'A4', 'B3', 'B5'] as const).map((measure, seq) => ({ measure, seq }));
    const table = openTable({ plan });
    await table.go('Enforcement');
    expect(screen.getByText('17 of 20 points are spent.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Choose C4' })).toBeNull();
    await table.click('Choose C2');
    expect(screen.getAllByText('The budget does not hold this measure. 0 points are left.')).toHaveLength(4);
    for (const name of ['the State', 'large sites', 'small sites']) await table.tick(/^Who pays/, name);
    const fourth = within(screen.getByRole('group', { name: /^Who pays/ })).getByRole('checkbox', {
      name: 'the public',
    });
    expect((fourth as HTMLInputElement).disabled).toBe(true);
  });

  it('shows the plan under three views beside each other, as ranges, without a sum', async () => {
    const plan = (['A5', 'C3', 'D2'] as const).map((measure, seq) => ({ measure, seq }));
    const table = openTable({ plan });
    await table.go('Three views');
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);

    expect(rows).toHaveLength(5);
    expect(texts(within(rows[0] as HTMLElement).getAllByRole('cell'))).toEqual(
      ['35', '24 to 69', '41 to 69', '32 to 53 differs', '24 to 69'].map((words, n) =>
        n === 2 ? `${words} differs` : words,
      ),
    );
    expect(screen.getByText(/^There is no total/)).toBeTruthy();
  });

  it('writes a note of all that was said, and asks before it is final', async () => {
    const table = openTable(played(sitCarefully(BRIEF)));
    await table.go('Note');
    await table.write(/^Who disagreed/, 'The ministry, because of the time.');
    const note = screen.getByRole('article');

    for (const words of [
      'A1 Register and yearly map',
      'The ministry, because of the time.',
      'Norvelane uses the same sheet',
    ])
      expect(note.textContent).toContain(words);
    await table.click('Finish the table-top');
    expect(screen.getByText('Everything is filled in.')).toBeTruthy();
    await table.click('Finish and sign');
    expect(table.done.committed).toBe(1);
  });

  it('saves the note as a file that stands alone: its words, its tables, no link and no style of the site', async () => {
    const table = openTable(played(sitCarefully(BRIEF)));
    await table.go('Note');
    await table.write(/^Who disagreed/, 'The <b>ministry</b> & others.');
    await table.click('Save the note as HTML');
    const file = table.saved.get('policy-note.html') ?? '';
    const page = new DOMParser().parseFromString(file, 'text/html');

    expect(page.body.textContent).toContain('SYNTHETIC TRAINING MATERIAL');
    expect(page.body.textContent).toContain('The <b>ministry</b> & others.');
    expect(page.querySelectorAll('table')).toHaveLength(1);
    expect(page.querySelectorAll('a, [class], script')).toHaveLength(0);
  });

  it('can be read and not changed in another window', async () => {
    const table = openTable(played(sitCarefully(BRIEF)), { readOnly: true });
    await table.go('Understand');

    expect(screen.queryByRole('button', { name: /^(?:Hear|Choose|Take|Finish)/ })).toBeNull();
    for (const field of screen.getAllByRole('textbox')) expect((field as HTMLTextAreaElement).disabled).toBe(true);
  });
});
