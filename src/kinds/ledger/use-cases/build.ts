import type { KindBuild } from '#app/kinds/kind-plug.ts';
import { fault } from '#app/library/faults.ts';
import { lawCardOf } from '#core/bundle/court-law.ts';
import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { ledgerOf } from '#core/ledger/ledger-of.ts';
import type { LedgerBrief } from '#core/ledger/schemas.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import { stateTree } from '#core/scenario/state-tree.ts';
import { ledgerStatements, ledgerTexts } from './statements.ts';

/** The case with more in the brief of every ledger. What is added becomes part of the case hash. */
function withBriefs(compiled: CompiledScenario, more: (brief: LedgerBrief) => Partial<LedgerBrief>): CompiledScenario {
  const ledgers = Object.entries(compiled.states).flatMap(([id, state]) => {
    if (state.type !== 'exercise' || state.kind !== 'ledger') return [];
    const brief = state.brief as unknown as LedgerBrief;
    return [[id, { ...state, brief: { ...brief, ...more(brief) } }] as const];
  });
  if (ledgers.length === 0) return compiled;
  const briefs = ledgers.map(([id, { brief }]) => [id, brief]);
  return {
    ...compiled,
    hash: sha256Hex(canonicalJson({ scenario: compiled.hash, ledgers: briefs as unknown as Json })),
    states: { ...compiled.states, ...Object.fromEntries(ledgers) },
  };
}

/**
 * Adds the law card of its State and the public half of its ledger to every exercise: among other payments, or under
 * another law, the same marks mean something else.
 */
export const LEDGER_BUILD: KindBuild = {
  codes: ['bundle.unknown-id'],
  statements: ledgerStatements,
  textsShown: ledgerTexts,
  complete(compiled, { courts }) {
    return withBriefs(compiled, ({ state }) => {
      const law = lawCardOf(courts, state);
      return law ? { law } : {};
    });
  },
  completeFromMarket(compiled, market, truth) {
    return withBriefs(compiled, ({ ledger }) => ({ book: ledgerOf(ledger, market, truth).book }));
  },
  check(scenario, _, { courts }) {
    return stateTree(scenario.value).flatMap(({ state, path }) => {
      if (state.type !== 'exercise' || state.kind !== 'ledger') return [];
      const { state: id = '' } = state.brief as unknown as Partial<LedgerBrief>;
      if (lawCardOf(courts, id)) return [];
      const known = courts.cards.map((card) => card.state).join(', ');
      return [fault('bundle.unknown-id', scenario, [...path, 'brief', 'state'], { kind: 'State', id, known })];
    });
  },
};
