import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { CASE_SENTENCES } from '#case/debrief/model/case-sentences.ts';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { type Sentence, sentencesFrom } from '#kernel/model/sentence.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import type { PreservationResponse } from '#kinds/preservation/model/play.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import { PRESERVATION_SENTENCES } from '#kinds/preservation/model/sentences.ts';
import Debrief from '#kinds/preservation/screens/Debrief.svelte';
import DebriefParts from '#kinds/preservation/screens/debrief/DebriefParts.svelte';
import ofCase from '#words/case/sentences.json' with { type: 'json' };
import words from '#words/kinds/preservation/debrief.json' with { type: 'json' };
import { report } from '../../../../support/case/debrief/example-report.ts';
import { createWorkbench, MARKET, NOW } from '../../../../support/kinds/preservation/small-market.ts';

const part = (locator: string, kind: Finding['kind']): Finding => ({
  kind,
  at: { locator },
  count: kind === 'hit' ? [3, 3] : [1, 3],
  reason: `record.${locator}`,
  sources: [{ code: 'BUD', mark: 'U', says: 'Keep data first.' }],
});
const person = { actor: 'Analyst 4', role: 'analyst' };

function responseWithCapture() {
  const workbench = createWorkbench();
  workbench.act({ type: 'authority.noted', legalBasis: 'Order OST-0312', ...person });
  const { body } = workbench.see('0301').served;
  workbench.act({
    type: 'page.captured',
    ad: '0301',
    status: 200,
    bytes: body.length,
    sha256: 'ab'.repeat(32),
    ...person,
  });
  return workbench.props().response;
}
/** A workbench with the given number of log entries. */
function workbenchOf(entries: number) {
  const workbench = createWorkbench();
  for (let n = 0; n < entries; n++) workbench.act({ type: 'clock.checked', offsetSeconds: n, ...person });
  return workbench;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** What is said of a workbench at which ad 0301 was to be kept. */
function saidOf(response: PreservationResponse): Sentence[] {
  const context = { market: MARKET, world: [], evidence: [], now: NOW };
  const { facts } = scorePreservation(response, { targets: ['0301'] }, context);
  return sentencesFrom(PRESERVATION_SENTENCES, facts as PreservationFacts);
}
const open = (findings: Finding[], response = responseWithCapture(), caseSentences: readonly Sentence[] = []) =>
  render(Debrief, {
    props: { response, findings, sentences: saidOf(response), caseSentences, base: '/kit/' },
  });

describe('debrief of a record', () => {
  test('lists what is missing before what is in place, with word and source grade', () => {
    open([part('custody', 'hit'), part('time', 'miss')]);
    const names = [...document.querySelectorAll('.parts__name')].map((name) => name.textContent);
    expect(names).toEqual(['Time and clock', 'Original sealed, custody log whole']);
    expect(screen.getByText('For 1 of 3')).toBeTruthy();
    expect(screen.getAllByText('U, unverified')).toHaveLength(2);
  });

  test('shows no findings about ads and no criteria, which other parts of the debrief show', () => {
    open([
      {
        kind: 'miss',
        at: { ad: '0301', locator: 's1' },
        indicator: 'shared-phone',
        reason: 'Same phone.',
        sources: [],
      },
    ]);
    expect(screen.queryByText('Same phone.')).toBeNull();
    expect(screen.queryByRole('heading', { name: /criteria/i })).toBeNull();
  });

  test('lists the sixteen steps, and those missing from the log', () => {
    const figures = [{ id: 'steps', value: 15, count: [15, 16] as const }];
    const finding: Finding = { kind: 'miss', at: { locator: 'time-stamp' }, reason: 'step.time-stamp', sources: [] };
    const response = responseWithCapture();
    const sentences = saidOf(response);
    render(Debrief, { props: { response, findings: [finding], figures, sentences, caseSentences: [], base: '/kit/' } });
    const region = screen.getByRole('region', { name: 'Steps of good practice' });
    const steps = within(region.querySelector('ol') as HTMLElement).getAllByRole('listitem');
    expect(steps).toHaveLength(16);
    const left = steps.filter((step) => step.textContent?.includes('Not in the attempt log'));
    expect(left.map((step) => step.textContent?.trim())).toEqual([expect.stringContaining('Time stamp asked for')]);
  });

  test('says which act of a two-act step the log contains', () => {
    const finding: Finding = { kind: 'miss', at: {}, reason: 'step.authority', sources: [] };
    const figures = [{ id: 'steps', value: 2, count: [2, 16] as const }];
    const response = responseWithCapture();
    const sentences = saidOf(response);
    render(Debrief, { props: { response, findings: [finding], figures, sentences, caseSentences: [], base: '/kit/' } });
    const row = screen.getByText('Legal basis and plan').closest('li') as HTMLElement;
    expect(within(row).getByText('In part in the attempt log')).toBeTruthy();
    expect(within(row).getByText('Your attempt log shows a legal basis, and no plan.')).toBeTruthy();
  });

  test('lists screenshots beside the captures, and missing and surplus fields of a record', () => {
    const workbench = createWorkbench();
    const { served } = workbench.see('0301');
    const page = { status: 200, bytes: served.body.length, sha256: sha256Hex(served.body) };
    workbench.act({ type: 'page.captured', ad: '0301', ...page, ...person });
    const look = { extent: 'cropped', bytes: 1, sha256: 'cd'.repeat(32), tool: 'T' } as const;
    workbench.act({ type: 'look.captured', ad: '0302', ...look, ...person });
    workbench.act({ type: 'look.captured', ad: '0399', ...look, ...person });
    const record = { url: 'https://x.example/', time: NOW, identifiers: ['ad:0301', 'phone:+999 1'] };
    workbench.act({ type: 'record.written', item: 'EV-001', ...record, ...person });
    open([], workbench.props().response);
    const table = within(screen.getByRole('table', { name: 'Pictures, and captures of what surrounds a page' }));

    expect(table.getAllByRole('row')).toHaveLength(3);
    expect(table.getByRole('row', { name: /^0302 Picture: A cut-out/ })).toBeTruthy();
    expect(table.getByRole('row', { name: /^0399 Picture of an answer without a page/ })).toBeTruthy();
    expect(screen.getByText(/^Pictures that show the answer that there is no page, and not a page: 1\./)).toBeTruthy();
    expect(screen.getByText('Captures: 1. Of these, with a page: 1. Other copies: 2.')).toBeTruthy();
    expect(screen.getByText('EV-001: in your record, and not on the page: phone +999 1.')).toBeTruthy();
    expect(screen.getByText(/^EV-001: of the page, and not in your record: .*phone /)).toBeTruthy();
  });

  test('says of an empty custody log only that it has no entry', () => {
    open([], createWorkbench().props().response);
    expect(screen.getByText('No act at this bench made an entry.')).toBeTruthy();
    expect(screen.queryByText(/Acts at this bench become entries/)).toBeNull();
  });

  test('says what the custody log lacks, beside the state of its chain', () => {
    const workbench = createWorkbench();
    workbench.act({ type: 'authority.noted', legalBasis: 'Order OST-0312', ...person });
    workbench.act({ type: 'shortcut.taken', shortcut: 'own-device', ...person });
    open([], workbench.props().response);
    expect(
      screen.getByText(/^Entries of the custody log: 1\. .*does not show that every act was entered/),
    ).toBeTruthy();
    expect(screen.getByText(/copy to a personal device\. The custody log has no entry of it/)).toBeTruthy();
  });

  test('contains no praise where nothing was done', () => {
    const figures = [{ id: 'rubric.custody', value: 0, count: [0, 8] as const }];
    const response = createWorkbench().props().response;
    const sentences = saidOf(response);
    render(Debrief, { props: { response, findings: [], figures, sentences, caseSentences: [], base: '/kit/' } });
    expect(screen.getAllByText('Your attempt log shows no act at this bench.')).toHaveLength(1);
    expect(screen.queryByRole('heading', { name: /^Typical errors/ })).toBeNull();
    expect(screen.queryByText(words['gate.never.open'])).toBeNull();
    expect(screen.queryByText(words['errors.none'])).toBeNull();
  });

  test('reports the order of acts from the facts, with advice where it is wrong', () => {
    const pairs = [{ first: 'request', second: 'contact', outcome: 'never', events: [] }] as const;
    const said = sentencesFrom(CASE_SENTENCES, { ...report().facts, pairs });
    open([{ kind: 'miss', at: { locator: 'order' }, count: [0, 1], reason: 'Because.', sources: [] }], undefined, said);
    const row = screen.getByText('Order of the acts, pair by pair').closest('li') as HTMLElement;
    expect(within(row).getByText('Pairs kept: 0 of 1')).toBeTruthy();
    expect(within(row).getByText(/one act is enough for a pair/)).toBeTruthy();
    expect(within(row).getByText(ofCase['case.pair.never.request.contact'])).toBeTruthy();
    expect(within(row).queryByText(/came too late/)).toBeNull();
    expect(within(row).getByText(/^Keep the pages and the data first/)).toBeTruthy();
  });

  test('shows the points of each part of the record, and their sum', async () => {
    const counted = (name: string, held: number) => ({
      kind: held === 2 ? ('hit' as const) : ('miss' as const),
      at: { locator: name },
      reason: `record.${name}`,
      count: [held, 2] as const,
      sources: [],
    });
    const given = { sentences: [], caseSentences: [], base: '/' };
    const findings = [counted('capture', 1), counted('authority', 2), counted('minimisation', 0)];
    const { rerender } = render(DebriefParts, { ...given, findings, points: 12 });
    const row = (name: string) => screen.getByText(name).closest('li')?.querySelector('p')?.textContent?.trim();

    expect(row('Pages captured whole')).toBe('6 of 12 points');
    expect(row('Legal basis before the first copy')).toBe('6 of 6 points');
    expect(row('Nobody else’s data')).toBe('0 of 4 points');
    expect(screen.getByText(/^Sum of the points: 12 of 80\. This is the figure of “The record”\./)).toBeTruthy();

    await rerender({ ...given, findings, points: 0 });
    expect(screen.getByText(/so “The record” has 0 points/)).toBeTruthy();
  });

  test('answers the questions of a judge from the record', () => {
    open([]);
    expect(screen.getByText(/Captures before which the clock was checked: 0 of 1\./)).toBeTruthy();
    expect(screen.getByText('EV-001: noted before the capture: Order OST-0312.')).toBeTruthy();
    expect(screen.getByText(/^Entries of the custody log: 2\. Each entry fits the one before it\./)).toBeTruthy();
  });

  test('never calls an altered original equal, and names the role of a co-reader', () => {
    const workbench = createWorkbench();
    const { body } = workbench.see('0301').served;
    const both = { actor: 'Investigator 2, read along by Prosecutor 3', role: 'Prosecutor, Pelkaven' };
    const sha256 = sha256Hex(body);
    workbench.act({ type: 'page.captured', ad: '0301', status: 200, bytes: body.length, sha256, ...both });
    workbench.act({ type: 'hash.verified', item: 'EV-001', sha256, ...both });
    workbench.act({ type: 'shortcut.taken', shortcut: 'resaved-original', item: 'EV-001', ...both });
    open([], workbench.props().response);

    expect(screen.getByText(/^altered after the capture,/)).toBeTruthy();
    expect(screen.queryByText(/read back, equal/)).toBeNull();
    expect(
      screen.getAllByText('Investigator 2; read along by Prosecutor 3 (Prosecutor, Pelkaven)').length,
    ).toBeGreaterThan(0);
  });

  test('reports a broken chain', () => {
    const response = responseWithCapture();
    const custody = response.custody.map((entry) => (entry.seq === 2 ? { ...entry, reason: 'other' } : entry));
    open([], { ...response, custody });
    expect(screen.getByText('entry 2 does not fit the one before it')).toBeTruthy();
    expect(screen.getByText('Entry 2 of the custody log does not fit the one before it.')).toBeTruthy();
  });

  test('pages a long log, newest entries first', async () => {
    open([], workbenchOf(250).props().response);
    const rows = () => within(screen.getByRole('region', { name: 'Custody log' })).getAllByRole('rowheader');
    const shown = () => [rows()[0], rows().at(-1)].map((row) => row?.textContent);
    expect(shown()).toEqual(['151', '250']);
    expect(document.querySelectorAll('svg circle')).toHaveLength(100);

    await press('Earlier');
    expect(shown()).toEqual(['51', '150']);
    await press('First');
    await press('Earlier');
    expect(shown()).toEqual(['1', '100']);
    expect(screen.getByText('1 to 100 of 250')).toBeTruthy();
  });

  test('opens a long log where its chain breaks', () => {
    const { response } = workbenchOf(250).props();
    open([], {
      ...response,
      custody: response.custody.map((entry) => (entry.seq === 120 ? { ...entry, reason: 'other' } : entry)),
    });
    expect(screen.getByText('70 to 169 of 250')).toBeTruthy();
    expect(screen.getByText('Entry 120 does not fit the one before it')).toBeTruthy();
  });

  test('an empty locker has its own text', () => {
    open([], createWorkbench().props().response);
    expect(screen.getByText('No page was captured')).toBeTruthy();
    expect(screen.getByText(/^You copied no page/)).toBeTruthy();
    expect(screen.getByText('Nothing. The locker holds no capture that counts.')).toBeTruthy();
    expect(screen.queryByText('Which page is it?')).toBeNull();
    expect(within(document.body).queryByRole('table')).toBeNull();
  });
});
