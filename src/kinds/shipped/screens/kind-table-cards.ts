import { createRegistry } from '#case/exercise/model/registry.ts';
import type { TableCards } from '#case/exercise/screens/table-cards.ts';
import { PLATFORM_TEST_TABLE_CARDS } from '#kinds/platform-test/screens/cards/table-cards.ts';
import { POLICY_TABLE_CARDS } from '#kinds/policy/screens/cards/table-cards.ts';

/** Kinds that can be played with cards on paper, in the order in which their sheets are printed. */
export const KIND_TABLE_CARDS = createRegistry<TableCards>({
  'platform-test': PLATFORM_TEST_TABLE_CARDS,
  policy: POLICY_TABLE_CARDS,
});
