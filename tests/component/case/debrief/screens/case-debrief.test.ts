import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import CaseDebrief from '#case/debrief/screens/CaseDebrief.svelte';
import type { LaidOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import words from '#words/case/sentences.json' with { type: 'json' };
import ofWorkbench from '#words/kinds/preservation/debrief.json' with { type: 'json' };
import { KINDS } from '../../../../support/builders/kinds.ts';
import { act, criterion, decision, FIGURES, report } from '../../../../support/case/debrief/example-report.ts';
import { lineOf } from '../../../../support/case/debrief/line-of.ts';
import { exampleChart } from '../../../../support/case/statechart/example-chart.ts';
import { createWorkbench, MARKET, NOW } from '../../../../support/kinds/preservation/small-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const spies = () => ({ restart: vi.fn(), saveReport: vi.fn() });
const given = { kinds: KINDS, ending: { title: 'The end', text: 'It ends.' }, minutes: 31, base: '/kit/' };
const FACTS = report().facts;
const rated = (title: string, rating: 'good' | 'harmful' | 'red', seq: number) => ({
  state: `d${seq}`,
  title,
  option: 'a',
  rating,
  seq,
});
const happened = () => within(screen.getByRole('region', { name: 'What happened' }));
const rowOf = (name: RegExp) => screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement;

describe('CaseDebrief', () => {
  it('shows each criterion in words with its range, and no total', () => {
    const criteria = [criterion('detection.mark', -14, -39, 0), criterion('preservation.record', 57.4, 0, 80)];
    render(CaseDebrief, { ...given, ...spies(), report: report({ criteria }) });
    const flags = within(rowOf(/Flags, weighed/));
    expect(flags.getByText('harm 14')).toBeTruthy();
    expect(flags.getByText('harm 0')).toBeTruthy();
    expect(flags.getByText('from 39 to 0')).toBeTruthy();
    expect(within(rowOf(/The record/)).getByText('57.4 points')).toBeTruthy();
    const table = screen.getByRole('table', { name: /not added up/ });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + criteria.length);
  });

  it('lists the pairs of acts one by one, in the part of the criteria and not on the first page', () => {
    const pairs = [
      { first: 'preserve', second: 'notify', outcome: 'kept', events: [4, 9] },
      { first: 'request', second: 'notify', outcome: 'late', events: [10, 9] },
      { first: 'preserve', second: 'contact', outcome: 'kept', events: [4] },
    ] as const;
    const criteria = [criterion('preservation.order', 2, 1.5, 3)];
    const given_ = report({ criteria });
    render(CaseDebrief, { ...given, ...spies(), report: { ...given_, facts: { ...given_.facts, pairs } } });
    const listed = within(screen.getByRole('region', { name: 'Order of the acts, pair by pair' }));
    expect(listed.getAllByRole('listitem').map((row) => lineOf(row))).toEqual([
      'First capture of a page before the first notice to the site: kept. attempt log 4, 9',
      'First capture of a page before the first contact: counts as kept. No contact was made. attempt log 4',
      'First request to keep data before the first notice to the site: not in this order. The first notice to the site came earlier. attempt log 9, 10',
    ]);
    expect(screen.getAllByText(/^First capture of a page before/)).toHaveLength(2);
  });

  it('shows a criterion of a kind without words of its own', () => {
    render(CaseDebrief, {
      ...given,
      ...spies(),
      report: report({ criteria: [criterion('courtroom.answers', 3, 0, 4)] }),
    });
    expect(
      within(rowOf(/courtroom\.answers/)).getByText('Nearer to the best play than to the best constant answer.'),
    ).toBeTruthy();
  });

  it('says where a red line ended the case, and that it caps the steps', () => {
    const steps = { ...criterion('outreach.decisions', 2, 0, 4), scaled: 0.4 };
    const path = [decision('d1', 'c', 'red')];
    render(CaseDebrief, { ...given, ...spies(), report: report({ redLine: true, path, criteria: [steps] }) });
    expect(within(rowOf(/Steps towards the person/)).getByText(/red line was crossed/)).toBeTruthy();
  });

  it('explains a harmful step with reason, principle and an unverified source', () => {
    const path = [act('keep'), decision('d1', 'b', 'harmful'), decision('d2', 'a', 'good')];
    render(CaseDebrief, { ...given, ...spies(), report: report({ path }) });
    const heading = screen.getByRole('heading', { name: 'Steps that could have harmed' });
    const list = heading.parentElement?.querySelector('ol') as HTMLElement;
    expect(list.children).toHaveLength(1);
    const note = within(list);
    expect(note.getByText('Reason for b.')).toBeTruthy();
    expect(note.getByText(/Principle of d1\./)).toBeTruthy();
    expect(note.getByRole('link', { name: /^WHO03\b.*new tab/ }).getAttribute('href')).toBe('/kit/sources/#who03');
    expect(note.getByText(/unverified/)).toBeTruthy();
  });

  it('shows in the table what the drawing of the paths shows', () => {
    const path = [act('keep'), decision('d1', 'b', 'harmful')];
    render(CaseDebrief, { ...given, ...spies(), report: report({ path }) });
    const row = within(rowOf(/^2\. The first sign/));
    expect(row.getByText('Ring at once.')).toBeTruthy();
    expect(row.getByText('Send an ordinary note.')).toBeTruthy();
    expect(row.getByText('could have harmed')).toBeTruthy();
    expect(row.getByText('13 Mar, 08:30 UTC')).toBeTruthy();
    expect(within(rowOf(/^The coming week/)).getByText('not taken')).toBeTruthy();
  });

  it('compares the reader with earlier rounds', () => {
    const reading = (id: string, criterion: number) =>
      ({ schema: 'reading/1', id, wall: '', title: 'Find', marketId: '00', dPrime: 1, criterion, signs: {} }) as const;
    const before = [reading('a', 0.6)];
    render(CaseDebrief, {
      ...given,
      ...spies(),
      report: report({ figures: FIGURES }),
      reading: reading('b', -0.6),
      before,
    });
    expect(screen.getByText(/you flag more readily, and you do not tell ads apart better/)).toBeTruthy();
  });

  it('keeps figures apart from criteria, with interval and twin tables', () => {
    render(CaseDebrief, { ...given, ...spies(), report: report({ figures: FIGURES }) });
    const figures = within(screen.getByRole('region', { name: 'Figures that are not scored' }));
    expect(figures.getByText('between 41 and 93 in 100')).toBeTruthy();
    expect(figures.getByText(/You flagged readily/)).toBeTruthy();
    expect(figures.getByRole('img', { name: '34 flags right, 66 on other ads' })).toBeTruthy();
    expect(figures.getByRole('img', { name: /d prime 1\.60 and criterion −0\.70/ })).toBeTruthy();
    expect(figures.queryByText('ppv-20')).toBeNull();
  });

  it('lists the attempt log, and each number in a sentence leads to its entry', () => {
    const log = [
      { seq: 18, at: '2031-03-03T09:00:00Z', title: 'The bench', words: 'act: page captured, ad 0301' },
      { seq: 19, to: 20, at: '2031-03-03T09:05:00Z', title: 'The coming week', words: 'chose: Ring the person' },
    ];
    const facts = { ...FACTS, decides: true, rated: [rated('The coming week', 'red', 20)] };
    const { container } = render(CaseDebrief, { ...given, ...spies(), log, report: report({ facts, path: [] }) });
    const link = within(happened().getByText(/^At “The coming week” you crossed a red line/)).getByRole('link', {
      name: '20',
    });
    const entry = container.querySelector(link.getAttribute('href') ?? '');
    expect(entry?.closest('tr')?.textContent).toMatch(/19 to 20.*chose: Ring the person/s);
    expect(entry?.closest('table')?.querySelectorAll('tbody tr')).toHaveLength(2);
  });

  it('mentions captures without a page beside the act that was not done', () => {
    const facts = { ...FACTS, offered: ['preserve'] as const, done: [], empty: [6] };
    render(CaseDebrief, { ...given, ...spies(), report: report({ facts, path: [] }) });
    const acts = within(screen.getByRole('complementary', { name: 'Acts whose order is looked at' }));
    expect(textOf(acts.getByText('Captures that hold no page: 1.').closest('li') as HTMLElement)).toContain(
      'attempt log 6',
    );
  });

  it('shows an attempt that ended before anything was done', () => {
    render(CaseDebrief, { ...given, ...spies(), minutes: 0, report: report({ path: [], criteria: [] }) });
    expect(screen.getByText('No decision was taken in this attempt.')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Steps that could have harmed' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'One thing to change' })).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Figures that are not scored' })).toBeNull();
  });

  it('says what happened with its log entries, and lists the acts in order with those never done', () => {
    const facts = {
      ...FACTS,
      decides: true,
      rated: [rated('The first sign', 'harmful', 12), rated('The coming week', 'red', 20)],
      offered: ['preserve', 'request', 'notify', 'contact'] as const,
      done: [
        { act: 'contact', seq: 9 },
        { act: 'preserve', seq: 3 },
        { act: 'preserve', seq: 5 },
      ] as const,
    };
    render(CaseDebrief, { ...given, ...spies(), report: report({ facts, path: [] }) });
    expect(happened().getByText(/^At “The coming week” you crossed a red line/).textContent).toMatch(/attempt log 20/);
    expect(
      happened().getByText(/step at “The first sign” the rating “could have harmed”. Steps that were rated: 2/)
        .textContent,
    ).toMatch(/attempt log 12/);
    expect(happened().queryByText(words['case.red.none'])).toBeNull();
    const acts = within(screen.getByRole('complementary', { name: 'Acts whose order is looked at' }));
    expect(acts.getAllByRole('listitem').map((item) => item.textContent?.replaceAll(/\s+/g, ' ').trim())).toEqual([
      '1. Capture a page attempt log 3, 5',
      '2. Make contact attempt log 9',
      'Send a company a request to keep data',
      'Give a site notice: report ads or pictures, or say that ads may go The model path leaves this out too.',
    ]);
  });

  it('begins with the never-do errors at a bench, beside the sentence on red lines', () => {
    const workbench = createWorkbench();
    const person = { actor: 'Analyst 4', role: 'analyst' };
    workbench.act({ type: 'shortcut.taken', shortcut: 'own-device', ...person });
    const context = { market: MARKET, world: [], evidence: [], now: NOW };
    const { facts } = scorePreservation(workbench.props().response, { targets: ['0301'] }, context);
    const exercises = [{ state: 'bench', kind: 'preservation', facts }];
    const shown = { ...report({ path: [] }), facts: { ...FACTS, decides: true }, exercises };
    render(CaseDebrief, { ...given, ...spies(), report: shown as unknown as ReturnType<typeof report> });
    const [count, act, red] = happened()
      .getAllByRole('listitem')
      .map((item) => lineOf(item));

    expect(count).toMatch(/never done at a bench: 1 \(.+\)\. With any of them EV-100 counts 40/);
    expect(act).toBe(ofWorkbench['never.own-device']);
    expect(red).toBe(words['case.red.none']);
  });

  it('names one thing to keep and one to change, and links to the step that weighs most', async () => {
    const retry = vi.fn();
    const facts = {
      ...FACTS,
      decides: true,
      rated: [rated('The first sign', 'good', 4), rated('A call', 'harmful', 7)],
    };
    render(CaseDebrief, { ...given, ...spies(), retry, report: report({ facts, path: [] }) });
    const part = (name: string) => within(screen.getByRole('region', { name }));
    expect(part('One thing to keep').getByText(/“The first sign” the rating “good”/)).toBeTruthy();
    expect(part('One thing to change').getByText(/Begin with “A call”/)).toBeTruthy();
    await fireEvent.click(part('Where to go next').getByRole('button', { name: 'Go back to this step' }));
    expect(retry).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('links to other cases where no step needs a retry', () => {
    render(CaseDebrief, { ...given, ...spies(), report: report() });
    const next = within(screen.getByRole('region', { name: 'Where to go next' }));
    expect(next.getByRole('link').getAttribute('href')).toBe('/kit/practise/');
  });

  it('makes no statement on an order or steps that the case does not ask for', () => {
    render(CaseDebrief, { ...given, ...spies(), report: report({ path: [] }) });
    expect(happened().queryAllByRole('listitem')).toEqual([]);
  });

  it('folds everything except its first page, and unfolds all at once', async () => {
    render(CaseDebrief, { ...given, ...spies(), report: report({ figures: FIGURES }) });
    const folds = [...document.querySelectorAll<HTMLDetailsElement>('details.fold')];
    expect(folds.map(({ id }) => id)).toEqual(['criteria', 'path', 'statistics']);
    expect(folds.filter(({ open }) => open)).toEqual([]);
    const everyFold = [...document.querySelectorAll<HTMLDetailsElement>('details:not(.why)')];
    expect(everyFold.length).toBeGreaterThan(folds.length);
    await fireEvent.click(screen.getByRole('button', { name: 'Open all parts' }));
    expect(everyFold.filter(({ open }) => !open)).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Close all parts' }));
    expect(everyFold.filter(({ open }) => open)).toEqual([]);
  });

  it('opens the part that the address names', async () => {
    location.hash = '#statistics';
    render(CaseDebrief, { ...given, ...spies(), report: report({ figures: FIGURES }) });
    expect(document.querySelector<HTMLDetailsElement>('#statistics')?.open).toBe(true);
    location.hash = '#path';
    await fireEvent(globalThis.window, new HashChangeEvent('hashchange'));
    expect(document.querySelector<HTMLDetailsElement>('#path')?.open).toBe(true);
    expect(document.querySelector<HTMLDetailsElement>('#criteria')?.open).toBe(false);
    location.hash = '';
  });

  it('passes a changed alias to its callback', async () => {
    const onalias = vi.fn();
    render(CaseDebrief, { ...given, ...spies(), alias: 'heron', onalias, report: report() });
    const field = screen.getByLabelText<HTMLInputElement>('Alias in the file name (optional)');
    expect(field.value).toBe('heron');
    await fireEvent.input(field, { target: { value: 'heron 2' } });
    expect(onalias).toHaveBeenCalledExactlyOnceWith('heron 2');
  });

  it('offers saving, a new start, and corrections', async () => {
    const pressed = spies();
    render(CaseDebrief, { ...given, ...pressed, report: report() });
    await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Start again' }));
    expect(pressed.saveReport).toHaveBeenCalledOnce();
    expect(pressed.restart).toHaveBeenCalledOnce();
    expect(screen.getByRole('link', { name: /key is wrong/ }).getAttribute('href')).toBe('/kit/about/#corrections');
    expect(screen.getByText(/Not yet reviewed by survivors/)).toBeTruthy();
  });

  it('offers a retry from each step that could have harmed, and from no other', async () => {
    const retry = vi.fn();
    const path = [
      { ...decision('d1', 'b', 'harmful'), seq: 4 },
      { ...decision('d2', 'a', 'good'), seq: 6 },
    ];
    render(CaseDebrief, { ...given, ...spies(), retry, report: report({ path }) });
    const buttons = screen.getAllByRole('button', { name: /^Try again from here/ });
    expect(buttons.map((button) => button.textContent)).toEqual(['Try again from here: The first sign']);
    expect(buttons[0]?.closest('li')?.firstElementChild?.textContent).toBe('Step 1 of your path');
    await fireEvent.click(buttons[0] as HTMLElement);
    expect(retry).toHaveBeenCalledExactlyOnceWith(4);
    expect(screen.getByText(/marked as a retry; this one is kept/)).toBeTruthy();
  });

  it('offers no retry without a callback for it', () => {
    render(CaseDebrief, { ...given, ...spies(), report: report({ path: [decision('d1', 'b', 'harmful')] }) });
    expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull();
  });

  it('says at the top that the attempt is a retry, and from which step', () => {
    const path = [act('keep'), { ...decision('d1', 'b', 'harmful'), seq: 7 }];
    render(CaseDebrief, { ...given, ...spies(), report: report({ path, retry: { of: 'a0', from: 7 } }) });
    expect(
      screen.getByText(/first step of its own is step 2 of this path, “The first sign”.*not that of a first attempt/),
    ).toBeTruthy();
  });

  it('names the exercise at which a retry began, and the step that came next', () => {
    const path = [act('keep'), { ...decision('d1', 'b', 'harmful'), seq: 7 }];
    const retry = { of: 'a0', from: 5, exercise: 'The bench' };
    render(CaseDebrief, { ...given, ...spies(), report: report({ path, retry }) });
    expect(screen.getByText(/began at “The bench”, just before step 2;/)).toBeTruthy();
  });

  it('draws both paths through the case, with the choices of a state beside it', async () => {
    const chart = Promise.resolve(exampleChart());
    const route = ['report', 'line', 'word'].map((state, n) => ({ state, seq: n + 1 }));
    const step = { ...decision('d1', 'b', 'red'), state: 'word' };
    render(CaseDebrief, { ...given, ...spies(), chart, report: report({ path: [step], route, ending: 'end-off' }) });
    const state = await screen.findByRole('button', { name: /^Decision, red line: The first word\./ });
    expect(screen.getByRole('button', { name: 'End: Off. On your path.' })).toBeTruthy();
    expect(screen.queryByRole('img', { name: /^Your path and the model path, step by step/ })).toBeNull();
    await fireEvent.click(state);
    const note = within(screen.getByRole('region', { name: 'Chosen state' }));
    expect(note.getByText('You chose: “Ring at once.”')).toBeTruthy();
  });

  it('draws the paths as rows where the case cannot be fetched', async () => {
    const chart = Promise.reject<LaidOutStatechart>(new Error('no network'));
    render(CaseDebrief, { ...given, ...spies(), chart, report: report() });
    expect(await screen.findByRole('img', { name: /^Your path and the model path, step by step/ })).toBeTruthy();
  });
});
