import type { Finding, ScoreContext, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { scale } from '#kernel/model/criterion.ts';
import { required } from '#kernel/model/invariant.ts';
import { BLIND_PLAYS, playBlindly } from './blind-plays.ts';
import { type AccountFact, type LedgerFacts, ledgerFacts } from './facts.ts';
import type { LedgerKind } from './kind.ts';
import type { Ledger } from './ledger.ts';
import { ledgerOf } from './ledger-of.ts';
import { bestMeasures, type LedgerMeasures, measureLedger } from './measure-ledger.ts';
import { onceFor } from './once-for.ts';
import { type LedgerResponse, playLedger } from './play.ts';
import { MONEY_FLOWS, NO_BAR, ONE_PAYMENT } from './sources.ts';

/** The criteria, in the order of a report. */
const CRITERIA = [
  'nodes',
  'payments',
  'traced',
  'path',
  'alone',
  'sheet',
  'request',
] as const satisfies readonly (keyof LedgerMeasures)[];

/** Measures of the blind plays and of an empty response. */
const blindMeasures = onceFor((ledger: Ledger): readonly LedgerMeasures[] =>
  [playLedger.empty, ...BLIND_PLAYS.map((play) => playBlindly(play, ledger.book))].map((play) =>
    measureLedger(play, ledger),
  ),
);

/**
 * Scores one exercise with a ledger; the criteria stand side by side and are never summed. The baseline of each is the
 * best of the blind plays and of an empty response.
 */
export function scoreLedger(
  response: LedgerResponse,
  ledger: Ledger,
  { evidence }: ScoreContext,
): ScorePart<LedgerFacts> {
  const own = measureLedger(response, ledger);
  const best = bestMeasures(ledger);
  const blind = blindMeasures(ledger);
  const facts = ledgerFacts(response, ledger);
  return {
    criteria: CRITERIA.map((name) =>
      scale(`ledger.${name}`, own[name], Math.max(...blind.map((play) => play[name])), best[name], evidence),
    ),
    figures: [],
    findings: findingsOf(facts),
    facts,
  };
}

function findingsOf({ accounts, keyed, request }: LedgerFacts): Finding[] {
  const finding = (kind: Finding['kind'], locator: string, reason: string, sources: Finding['sources']): Finding => ({
    kind,
    at: { locator },
    reason,
    sources,
  });
  return [
    ...accounts.flatMap((fact) => {
      const verdict = verdictOf(fact);
      return verdict ? [finding(verdict[0], `account:${fact.account}`, verdict[1], [MONEY_FLOWS])] : [];
    }),
    ...keyed.map(({ role, no, outcome }) =>
      finding(
        outcome === 'right' ? 'hit' : outcome === 'wrong' ? 'falseFlag' : 'miss',
        no === undefined ? `role:${role}` : `payment:${no}`,
        `ledger.key.${outcome}`,
        [ONE_PAYMENT],
      ),
    ),
    ...(request.gaps.includes('route') || request.wrong.includes('route')
      ? [finding('miss', 'request:route', 'ledger.request.wrong', [NO_BAR])]
      : []),
  ];
}

function verdictOf({ part, view }: AccountFact): readonly [Finding['kind'], string] | undefined {
  if (part === 'profit') return view === 'profit' ? ['hit', 'ledger.profit.found'] : ['miss', 'ledger.profit.missed'];
  if (view !== 'profit' || part === 'pass') return undefined;
  return [part === 'innocent' || part === 'worker' ? 'trap' : 'falseFlag', `ledger.named.${part}`];
}

/** Scores the exercise of a case: the ledger follows from the brief and from the truth of the market. */
export const LEDGER_SCORES: KindScores<LedgerKind> = {
  score(response, { truth }, context) {
    const { ledger } = required(context.brief, 'the brief of the ledger');
    return scoreLedger(response, ledgerOf(ledger, context.market, truth), context);
  },
};
