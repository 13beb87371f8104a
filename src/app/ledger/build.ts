import type { KindBuild } from '#app/kinds/kind-plug.ts';
import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { ledgerOf } from '#core/ledger/ledger-of.ts';
import type { LedgerBrief } from '#core/ledger/schemas.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

/**
 * Adds the public half of its ledger to every exercise. It becomes part of the case hash: among other payments the same
 * marks mean something else.
 */
export const LEDGER_BUILD: KindBuild = {
  completeFromMarket(compiled, market, truth): CompiledScenario {
    const books = Object.entries(compiled.states).flatMap(([id, state]) => {
      if (state.type !== 'exercise' || state.kind !== 'ledger') return [];
      const brief = state.brief as unknown as LedgerBrief;
      const { book } = ledgerOf(brief.ledger, market, truth);
      return [[id, { ...state, brief: { ...brief, book } }] as const];
    });
    if (books.length === 0) return compiled;
    const briefs = books.map(([id, { brief }]) => [id, brief]);
    return {
      ...compiled,
      hash: sha256Hex(canonicalJson({ scenario: compiled.hash, ledgers: briefs as unknown as Json })),
      states: { ...compiled.states, ...Object.fromEntries(books) },
    };
  },
};
