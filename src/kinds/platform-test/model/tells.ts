import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import { WEEKS, weekOf } from './clock.ts';
import type { PlatformTestKind } from './kind.ts';
import { briefOfShare } from './share.ts';
import { testAt } from './test-so-far.ts';

/** Cards that were placed, captures, findings that say something, and weeks that have passed. */
export const PLATFORM_TEST_TELLS: KindTells<PlatformTestKind> = {
  tell: (test) => ({
    handled(brief) {
      const { state } = testAt(briefOfShare(brief, test), test);
      return [
        { id: 'checkathon.cards', n: state.copies.length },
        { id: 'checkathon.items', n: state.items.length },
        { id: 'checkathon.findings', n: state.findings.filter(({ word }) => word !== 'not-tested').length },
        { id: 'checkathon.weeks', n: state.hour > 0 ? weekOf(state.hour - 1) : 0, of: WEEKS },
      ];
    },
  }),
};
