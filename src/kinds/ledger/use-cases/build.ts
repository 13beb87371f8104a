import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { LEDGER_CHECKS } from '#kinds/ledger/model/checks.ts';
import { LEDGER, type LedgerKind } from '#kinds/ledger/model/kind.ts';
import { ledgerOf } from '#kinds/ledger/model/ledger-of.ts';
import type { LedgerBrief } from '#kinds/ledger/model/schemas.ts';
import { ledgerStatements, ledgerTexts } from './statements.ts';

/** The case with more in the brief of every ledger. What is added becomes part of the case hash. */
function withBriefs(compiled: CompiledScenario, more: (brief: LedgerBrief) => Partial<LedgerBrief>): CompiledScenario {
  const states = LEDGER.statesWith(compiled, (brief) => ({ ...brief, ...more(brief) }));
  const ledgers = LEDGER.exercisesIn({ states }).map(({ state, brief }) => [state, brief]);
  if (ledgers.length === 0) return compiled;
  return { ...compiled, hash: sha256Hex(canonicalJson({ scenario: compiled.hash, ledgers: asJson(ledgers) })), states };
}

/**
 * Adds the law card of its State and the public half of its ledger to every exercise: among other payments, or under
 * another law, the same marks mean something else.
 */
export const LEDGER_BUILDS: KindBuilds<LedgerKind> = {
  ...LEDGER_CHECKS,
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
  check: (scenario, _, { courts }) =>
    LEDGER.authoredIn(stateTree(scenario.value)).flatMap(({ path, brief: { state: id = '' } }) => {
      if (lawCardOf(courts, id)) return [];
      const known = courts.cards.map((card) => card.state).join(', ');
      return [fault('bundle.unknown-id', scenario, [...path, 'brief', 'state'], { kind: 'State', id, known })];
    }),
};
