import { createServices } from '#case/exercise/model/registry.ts';
import type { TableCards } from '#case/exercise/screens/table-cards.ts';
import { PLATFORM_TEST_TABLE_CARDS } from '#kinds/platform-test/screens/cards/table-cards.ts';
import { POLICY_TABLE_CARDS } from '#kinds/policy/screens/cards/table-cards.ts';

/**
 * Kinds that can be played with cards on paper, in the order in which their sheets are printed. They are no part of
 * `shows`, because a page that prints them has no script: Astro needs their components at once.
 */
export const KIND_TABLE_CARDS = createServices<TableCards>(
  { service: 'cards on paper', inKind: 'screens/cards/table-cards.ts', inShipped: 'screens/table-cards.ts' },
  {
    'platform-test': PLATFORM_TEST_TABLE_CARDS,
    policy: POLICY_TABLE_CARDS,
  },
);
