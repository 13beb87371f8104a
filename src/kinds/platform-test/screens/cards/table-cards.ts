import type { TableCards } from '#case/exercise/screens/table-cards.ts';
import type { PlatformTestBrief } from '#kinds/platform-test/model/state.ts';
import SealedSheet from './SealedSheet.svelte';
import TestSheets from './TestSheets.svelte';

/** What the sheets show of a brief. */
type Printed = Pick<PlatformTestBrief, 'platforms'>;

/** A test on paper: the public half of each platform on the table, all of it on the sealed sheet. */
export const PLATFORM_TEST_TABLE_CARDS: TableCards = {
  open: {
    sheets: TestSheets,
    propsOf: ({ platforms }: Printed) => ({
      platforms: platforms.map(({ id, name, owner, share, public: half }) => ({
        id,
        name,
        owner,
        share,
        public: half,
      })),
    }),
  },
  sealed: { sheets: SealedSheet, propsOf: ({ platforms }: Printed) => ({ platforms }) },
};
