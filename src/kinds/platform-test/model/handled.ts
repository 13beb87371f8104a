import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import { WEEKS, weekOf } from './clock.ts';
import type { PlatformTestResponse } from './play.ts';
import { briefOfShare } from './share.ts';
import type { PlatformTestBrief } from './state.ts';
import { testAt } from './test-so-far.ts';

/** Cards that were placed, captures, findings that say something, and weeks that have passed. */
export const PLATFORM_TEST_HANDLED: ExerciseHandled = {
  handledIn(response, brief) {
    const test = response as PlatformTestResponse;
    const { state } = testAt(briefOfShare(brief as unknown as PlatformTestBrief, test), test);
    return [
      { id: 'checkathon.cards', n: state.copies.length },
      { id: 'checkathon.items', n: state.items.length },
      { id: 'checkathon.findings', n: state.findings.filter(({ word }) => word !== 'not-tested').length },
      { id: 'checkathon.weeks', n: state.hour > 0 ? weekOf(state.hour - 1) : 0, of: WEEKS },
    ];
  },
};
