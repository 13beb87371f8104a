import { cleanup, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ScoreContext } from '#case/exercise/model/exercise-kind.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { LedgerFacts } from '#kinds/ledger/model/facts.ts';
import type { LedgerSource } from '#kinds/ledger/model/ledger-of.ts';
import { type LedgerResponse, playLedger } from '#kinds/ledger/model/play.ts';
import { scoreLedger } from '#kinds/ledger/model/score.ts';
import { LEDGER_SENTENCES } from '#kinds/ledger/model/sentences.ts';
import { WORKED_LEDGER } from '#kinds/ledger/model/worked-ledger.ts';
import Debrief from '#kinds/ledger/screens/Debrief.svelte';

function lookBack(change: Partial<LedgerResponse>, source: LedgerSource = 'worked') {
  const response = { ...playLedger.empty, ...change };
  const { facts } = scoreLedger(response, WORKED_LEDGER, { evidence: [] } as unknown as ScoreContext);
  const ledger = facts as LedgerFacts;
  return render(Debrief, { source, facts: ledger, sentences: sentencesFrom(LEDGER_SENTENCES, ledger), base: '/' });
}
const line = (account: string, sim: number) => ({ account, sim, route: 'person-first' as const });

describe('the debrief of a ledger', () => {
  it('shows traced, asked for and owed side by side, and no sum of them', () => {
    const path = { hops: ['W01', 'W02', 'W03', 'W05', 'W06'], sim: 390, mixed: false, medium: true, falseText: false };
    const { container } = lookBack({
      paths: [path],
      request: { ...playLedger.empty.request, lines: [line('W06', 799)] },
    });

    expect(screen.getByText('Traced: SIM 390 of 799')).toBeTruthy();
    expect(screen.getByText('Asked for: SIM 799. May be held of it: SIM 799')).toBeTruthy();
    expect(screen.getByText(/^In all, SIM 2,095 may be held/)).toBeTruthy();
    expect(
      screen.getByText(/^What left the accounts of people who earn: Mira-3 \(SIM 1,740\).* Jon-4 \(SIM 375\)$/),
    ).toBeTruthy();
    for (const total of [390 + 799, 390 + 799 + 1740, 799 + 1740])
      expect(container.textContent).not.toContain(new Intl.NumberFormat('en').format(total));
  });

  it('says of each figure and of each account why it is said, with a source of its own', () => {
    const { container } = lookBack({});
    const whyAt = (place: Element | null | undefined) => place?.querySelector('details.why')?.textContent ?? '';
    const bars = [...container.querySelectorAll('.bar')].map(whyAt);
    const rowOf = (account: string) => whyAt(screen.getByRole('row', { name: new RegExp(`^${account}, `) }));

    expect(bars).toHaveLength(3);
    expect(bars[0]).toMatch(/working rule of this kit.*businesses with lawful income/s);
    expect(bars[1]).toMatch(/working rule of this kit.*No source is cited/s);
    expect(bars[2]).toMatch(/material of this case is invented.*does not bar compensation/s);
    expect(rowOf('W01')).toMatch(/does not bar compensation/);
    expect(rowOf('W06')).toMatch(/businesses with lawful income/);
    expect(rowOf('W21')).toMatch(/One payment means little/);
  });

  it('reports a wrongly frozen account with its balance', () => {
    lookBack({ request: { ...playLedger.empty.request, lines: [line('W21', 90)] } });

    expect(
      screen.getByText(/names W21, Kora-14, with SIM 90\. What stands there is SIM 270\. Payments that had come in: 3/),
    ).toBeTruthy();
    expect(screen.queryByText(/^No account of an innocent person/)).toBeNull();
  });

  it('says if nobody was accused or frozen in error', () => {
    lookBack({});

    expect(screen.getByText(/^Your request names no account\./)).toBeTruthy();
    expect(screen.queryByText(/^No account of an innocent person/)).toBeNull();
    expect(screen.getByText('You kept no path.')).toBeTruthy();
    expect(screen.getByText('You did nothing in the ledger.')).toBeTruthy();
  });

  it('names everybody who was wrongly judged, and amounts beyond what may be frozen', () => {
    const { container } = lookBack({
      views: [
        { account: 'W02', as: 'profit', seq: 2 },
        { account: 'W01', as: 'ordinary', seq: 3 },
      ],
      request: { ...playLedger.empty.request, lines: [line('W04', 1270)] },
    });

    const people = [...container.querySelectorAll('.person')].map(({ textContent }) => textContent ?? '');
    expect(people.map((said) => /\bW\d\d/.exec(said)?.[0]).toSorted()).toEqual(['W01', 'W02', 'W04']);
    expect(screen.queryByText(/^No account of an innocent person/)).toBeNull();
  });

  it('says that the words of a hypothesis were not rated, and the minimum length for an empty one', () => {
    const sheet = { ...playLedger.empty.sheet, hypothesis: 'W03 never took anything from W01.' };
    lookBack({ sheet });
    expect(screen.getByText(/^Your hypothesis names W03 and W01\. What it says of them was not read\./)).toBeTruthy();
    cleanup();

    lookBack({});
    expect(
      screen.getByText(/^Missing on the sheet: Hypothesis\. A text counts as filled in from 5 words on\./),
    ).toBeTruthy();
    expect(screen.queryByText(/^Your hypothesis names/)).toBeNull();
  });

  it('reports a kept path that does not exist, also beside one that does', () => {
    const path = { sim: 0, mixed: true, medium: false, falseText: true };
    lookBack({
      paths: [
        { ...path, hops: ['W01', 'W02', 'W03', 'W04', 'W06'] },
        { ...path, hops: ['W01', 'W02'] },
      ],
    });

    expect(screen.getByText(/^W01 › W02: you keep this path\. No money from W01 goes exactly this way/)).toBeTruthy();
    expect(screen.queryByText(/^W01 › W02 › W03 › W04 › W06: .*exactly this way/)).toBeNull();
  });

  it('says of a part of several fields when it counts as filled in', () => {
    lookBack({ request: { ...playLedger.empty.request, lines: [line('W06', 799), line('W04', 0)] } });

    expect(
      screen.getByText(
        /^Missing in the request: Sum at most\. It counts as filled in once each account in the request has/,
      ),
    ).toBeTruthy();
  });

  it('says whether authors or the program made the payments', () => {
    lookBack({}, 'drawn');

    expect(screen.getByText(/^The program drew the payments/)).toBeTruthy();
    expect(screen.queryByText(/^The authors wrote the payments/)).toBeNull();
  });

  it('says if a request affects no innocent or exploited person', () => {
    lookBack({ request: { ...playLedger.empty.request, lines: [line('W06', 799)] } });

    expect(screen.getByText(/^No account of an innocent person/)).toBeTruthy();
  });

  it('reports a request to freeze money of W06 without a view that its holder profits', () => {
    lookBack({ request: { ...playLedger.empty.request, lines: [line('W06', 799)] } });

    expect(
      screen.getByText(/^You asked to hold the money of W06.* did not name this account as one that profits/),
    ).toBeTruthy();
    expect(screen.queryByText(/^You did not name W06/)).toBeNull();
    expect(screen.getByText(/^You did not name W03/)).toBeTruthy();
  });

  it('distinguishes exploited persons from collectors, and reports either called ordinary', () => {
    lookBack({ views: [{ account: 'W07', as: 'ordinary', seq: 4 }] });

    expect(screen.getByText(/^You wrote that an ordinary reason explains W07, Jon-4\. By the key money/)).toBeTruthy();
    expect(screen.getAllByRole('cell', { hidden: true, name: /^Is taken from\b/ })).toHaveLength(2);
    expect(screen.getAllByRole('cell', { hidden: true, name: /^Is made to collect, or may be/ })).toHaveLength(1);
  });

  it('takes what Jon-4 passes on for a sweep, and asks for no such mark', () => {
    lookBack({ marks: [{ no: 28, role: 'sweep' }], keyed: { sweep: 28 } });

    expect(screen.getByText('Sweep: payment 28 shows it.')).toBeTruthy();
    expect(screen.queryByText(/^Marked as Sweep/)).toBeNull();
    expect(screen.getByText(/^Sweep, and you did not mark it so: /).textContent).not.toMatch(/\b28\b/);
  });

  it('says beside each part that does not fit what fits, and why', () => {
    lookBack({
      sheet: { hypothesis: 'Somebody takes money from somebody else.', limit: 'when' },
      request: { ...playLedger.empty.request, authority: 'bank' },
    });

    expect(screen.getByText(/on the sheet: Hypothesis\. What fits: it names W03, which takes, and W01/)).toBeTruthy();
    expect(screen.getByText(/What payments cannot show\. What fits: why it was passed on/)).toBeTruthy();
    expect(screen.getByText(/in the request: Who is asked\. What fits: a judge, or a prosecutor/)).toBeTruthy();
  });

  it('says what a pattern shows about a person, and not why', () => {
    lookBack({});

    expect(screen.getByText(/It does not show who decided, or why a person paid\./)).toBeTruthy();
  });

  it('counts nothing as traced where too much is claimed', () => {
    const path = { hops: ['W01', 'W02', 'W03', 'W04', 'W06'], sim: 2000, mixed: true, medium: false, falseText: true };
    lookBack({ paths: [path] });

    expect(screen.getByText('Traced: SIM 0 of 799')).toBeTruthy();
    expect(screen.getByText(/^On W01 › W02 › W03 › W04 › W06 you claim SIM 2,000\. At most SIM 940/)).toBeTruthy();
  });

  it('names a claim above the certain sum, and counts the certain sum', () => {
    const path = { hops: ['W01', 'W02', 'W03', 'W04', 'W06'], sim: 600, mixed: true, medium: false, falseText: true };
    lookBack({ paths: [path] });

    expect(screen.getByText('Traced: SIM 409 of 799')).toBeTruthy();
    expect(
      screen.getByText(/you claim SIM 600\. SIM 409 count as traced this way.* Only the SIM 409 count\.$/),
    ).toBeTruthy();
  });

  it('shows for each account in the request the part that may not be frozen', () => {
    const lines = [line('W06', 1370), line('W04', 1270), line('W21', 270)];
    lookBack({ request: { ...playLedger.empty.request, lines } });

    for (const said of [
      'You asked for SIM 2,910. SIM 1,901 of it may be held.',
      'W06: you asked for SIM 1,370, and all of it may be held. What its holder is paid for living is not taken off this sum.',
      'W04: you asked for SIM 1,270. SIM 531 may be held there, and SIM 739 may not.',
      'W21: you asked for SIM 270. SIM 0 may be held there, and SIM 270 may not.',
    ])
      expect(screen.getByText(said)).toBeTruthy();
  });

  it('holds no more for right than was gained in all, where more stands on the accounts', () => {
    lookBack({
      request: { ...playLedger.empty.request, lines: [line('W06', 1370), line('W03', 644), line('W04', 531)] },
    });

    expect(screen.getByText('Asked for: SIM 2,545. May be held of it: SIM 2,095')).toBeTruthy();
    expect(screen.getByText(/SIM 2,545 may be held\. In all it is no more than the SIM 2,095/)).toBeTruthy();
  });

  it('names marks that do not fit, and payments without the mark', () => {
    lookBack({
      marks: [
        { no: 47, role: 'exit' },
        { no: 69, role: 'exit' },
      ],
    });

    expect(screen.getByText('Marked as Exit, and does not show it: 47.')).toBeTruthy();
    expect(screen.getByText('Exit, and you did not mark it so: 40, 43, 112, 119, 120.')).toBeTruthy();
  });

  it('compares the disguise of each path with its own', () => {
    const path = { sim: 0, mixed: true, falseText: true };
    lookBack({
      paths: [
        { ...path, hops: ['W01', 'W02', 'W03', 'W05', 'W06'], medium: false },
        { ...path, hops: ['W01', 'W02', 'W03', 'W04', 'W06'], medium: true },
      ],
    });

    expect(screen.getByText(/^W01 › W02 › W03 › W05 › W06: .* as 5 of 6\. It has 4\.$/)).toBeTruthy();
    expect(screen.getByText(/^W01 › W02 › W03 › W04 › W06: .* as 6 of 6\. It has 5\.$/)).toBeTruthy();
  });
});
