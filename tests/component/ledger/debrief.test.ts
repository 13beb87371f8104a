import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { ScoreContext } from '#core/exercise/exercise-kind.ts';
import { sentencesFrom } from '#core/exercise/sentence.ts';
import type { LedgerFacts } from '#core/ledger/facts.ts';
import { type LedgerResponse, playLedger } from '#core/ledger/play.ts';
import { scoreLedger } from '#core/ledger/score.ts';
import { LEDGER_SENTENCES } from '#core/ledger/sentences.ts';
import { WORKED_LEDGER } from '#core/ledger/worked-ledger.ts';
import Debrief from '#ui/ledger/Debrief.svelte';

function lookBack(change: Partial<LedgerResponse>) {
  const response = { ...playLedger.empty, ...change };
  const { facts, findings } = scoreLedger(response, WORKED_LEDGER, { evidence: [] } as unknown as ScoreContext);
  const ledger = facts as LedgerFacts;
  return render(Debrief, { facts: ledger, findings, sentences: sentencesFrom(LEDGER_SENTENCES, ledger), base: '/' });
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
    expect(screen.getByText('Asked for: SIM 799 of 2,565')).toBeTruthy();
    expect(screen.getByText('Owed: SIM 1,740 at least')).toBeTruthy();
    for (const total of [390 + 799, 390 + 799 + 1740, 799 + 1740])
      expect(container.textContent).not.toContain(new Intl.NumberFormat('en').format(total));
  });

  it('tells an account that is held in error as days of a person', () => {
    lookBack({ request: { ...playLedger.empty.request, lines: [line('W21', 90)] } });

    expect(screen.getByText(/the money of W21, Kora-14\..*a family waits for money/)).toBeTruthy();
    expect(screen.queryByText(/^No account of an innocent person/)).toBeNull();
  });

  it('says so where nobody was touched', () => {
    lookBack({});

    expect(screen.getByText(/^No account of an innocent person/)).toBeTruthy();
    expect(screen.getByText('You did nothing in the ledger.')).toBeTruthy();
  });

  it('says what a pattern shows of a person, and not why', () => {
    lookBack({});

    expect(screen.getByText(/It does not show why the person paid\./)).toBeTruthy();
  });

  it('counts nothing as traced where too much is claimed', () => {
    const path = { hops: ['W01', 'W02', 'W03', 'W04', 'W06'], sim: 2000, mixed: true, medium: false, falseText: true };
    lookBack({ paths: [path] });

    expect(screen.getByText('Traced: SIM 0 of 799')).toBeTruthy();
    expect(screen.getByText(/^You claim SIM 2,000\. At most SIM 1,330/)).toBeTruthy();
  });
});
