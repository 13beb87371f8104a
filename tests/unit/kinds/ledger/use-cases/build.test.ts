import { describe, expect, it } from 'vitest';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { briefOf, type CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { scoreAttempt } from '#case/scoring/model/score-attempt.ts';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { LIVING_SIM, MAX_FREEZE_DAYS } from '#kinds/ledger/model/judge-request.ts';
import type { LedgerBrief } from '#kinds/ledger/model/schemas.ts';
import { WORKED_LEDGER } from '#kinds/ledger/model/worked-ledger.ts';
import { LEDGER_BUILDS } from '#kinds/ledger/use-cases/build.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';

const { material, answers } = theCase('scenarios/follow-the-money');
const { scenario, market } = material;
const brief = briefOf(scenario, 'ledger') as unknown as LedgerBrief;
const drawn = (seed: string): CompiledScenario => {
  const state = scenario.states.ledger;
  const compiled = {
    ...scenario,
    states: { ...scenario.states, ledger: { ...state, brief: { ledger: 'drawn' } } },
  } as unknown as CompiledScenario;
  return LEDGER_BUILDS.completeFromMarket?.(compiled, market, { ...answers.truth, seed }) ?? compiled;
};

describe('a built case with a ledger', () => {
  it('holds the book, and nothing of the other half', () => {
    const law = lawCardOf(LIBRARY.courts, 'solenvast');
    expect(brief).toEqual({ ledger: 'worked', state: 'solenvast', law, book: WORKED_LEDGER.book });
    expect(JSON.stringify(brief)).not.toMatch(/"(?:rules?|part|taker|earner|truth|seed|L\d)/);
  });

  it('names on its law card the days and the sum by which a request is judged', () => {
    const freeze = brief.law.common.find(({ id }) => id === 'freeze')?.text ?? '';

    expect(freeze).toContain(`${MAX_FREEZE_DAYS} days`);
    expect(freeze).toContain(`SIM ${LIVING_SIM}`);
  });

  it('is refused where its State has no law card, with the place and the States that have one', () => {
    const files = projectWith({
      'scenarios/follow-the-money/scenario.yaml': swap('state: solenvast', 'state: sunland'),
    });
    const loaded = loadCase(files, 'scenarios/follow-the-money', LIBRARY);

    expect(loaded.ok ? [] : loaded.issues).toMatchObject([
      {
        code: 'bundle.unknown-id',
        path: ['states', 'ledger', 'brief', 'state'],
        params: { id: 'sunland', known: 'karsolen, norvelane, solenvast' },
      },
    ]);
  });

  it('has another hash for another book, and the same for the same', () => {
    expect(drawn('a').hash).toBe(drawn('a').hash);
    expect(new Set([scenario.hash, drawn('a').hash, drawn('b').hash]).size).toBe(3);
  });

  it('gives a drawn book nothing that tells a part but names, sums, times and texts', () => {
    const { book } = briefOf(drawn('a'), 'ledger') as unknown as LedgerBrief;

    expect(new Set(book.payments.flatMap((payment) => Object.keys(payment)))).toEqual(
      new Set(['no', 'at', 'from', 'to', 'sim', 'text']),
    );
    expect(new Set(book.accounts.flatMap((account) => Object.keys(account)))).toEqual(
      new Set(['id', 'holder', 'kind', 'opening']),
    );
  });

  it('leaves a case without a ledger as it is', () => {
    const other = theCase('scenarios/where-the-money-ends');

    expect(LEDGER_BUILDS.completeFromMarket?.(other.material.scenario, market, answers.truth)).toBe(
      other.material.scenario,
    );
  });
});

describe('the reference players of the case', () => {
  const scaledOf = (policy: 'oracle' | 'flag-all' | 'nothing' | 'half-diligent') => {
    const log = playCase(material, answers, policy, '2026-01-01T00:00:00.000Z');
    expect(replayAttempt({ scenario, market, kinds: KINDS }, log).ended).toBe(true);
    return scoreAttempt(log, material, answers)
      .criteria.filter(({ id }) => id.startsWith('ledger.'))
      .map(({ scaled }) => scaled);
  };

  it('reach 1 with all answers, 0 with none, and something between with half', () => {
    expect(scaledOf('oracle')).toEqual(Array(7).fill(1));
    expect(scaledOf('nothing')).toEqual(Array(7).fill(0));
    expect(scaledOf('flag-all')).toEqual(Array(7).fill(0));
    const half = scaledOf('half-diligent');
    expect(Math.max(...half)).toBeGreaterThan(0);
    expect(Math.min(...half)).toBeLessThan(1);
  });
});
