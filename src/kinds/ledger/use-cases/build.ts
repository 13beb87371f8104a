import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { KindBuild } from '#case/plug/use-cases/kind-build.ts';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { ledgerOf } from '#kinds/ledger/model/ledger-of.ts';
import type { LedgerBrief } from '#kinds/ledger/model/schemas.ts';
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
