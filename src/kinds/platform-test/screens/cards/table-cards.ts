import type { Brief } from '#case/exercise/model/define-kind.ts';
import type { TableCards } from '#case/exercise/screens/table-cards.ts';
import type { PlatformTestBrief } from '#kinds/platform-test/model/state.ts';
import SealedSheet from './SealedSheet.svelte';
import TestSheets from './TestSheets.svelte';

const platformsOf = (brief: Brief) => (brief as unknown as PlatformTestBrief).platforms;

/** A test on paper: the public half of each platform on the table, all of it on the sealed sheet. */
export const PLATFORM_TEST_TABLE_CARDS: TableCards = {
  open: {
    sheets: TestSheets,
    propsOf: (brief) => ({
      platforms: platformsOf(brief).map(({ id, name, owner, share, public: half }) => ({
        id,
        name,
        owner,
        share,
        public: half,
      })),
    }),
  },
  sealed: { sheets: SealedSheet, propsOf: (brief) => ({ platforms: platformsOf(brief) }) },
};
