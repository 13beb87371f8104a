import { createRegistry } from '#core/exercise/registry.ts';
import { CHECKATHON_TABLE_CARDS } from '#ui/checkathon/cards/table-cards.ts';
import type { TableCards } from '#ui/paper/table-cards.ts';
import { POLICY_TABLE_CARDS } from '#ui/policy/cards/table-cards.ts';

/** Kinds that can be played with cards on paper, in the order in which their sheets are printed. */
export const KIND_TABLE_CARDS = createRegistry<TableCards>({
  checkathon: CHECKATHON_TABLE_CARDS,
  policy: POLICY_TABLE_CARDS,
});
