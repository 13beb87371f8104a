import type { ExerciseHidden } from '#core/exercise/hidden-half.ts';
import { openBrief } from './open-brief.ts';
import { type CheckathonResponse, playCheckathon } from './play.ts';
import { hoursToNext, seenAfter } from './seen-test.ts';
import type { CheckathonBrief } from './state.ts';

/** The hidden half of a test: habits and chances of the platforms, copies of the mirrors, and the seed of all draws. */
export const CHECKATHON_HIDDEN: ExerciseHidden = {
  openBrief: (brief) => ({ ...openBrief(brief as unknown as CheckathonBrief) }),
  seen: (brief, response) => seenAfter(brief as unknown as CheckathonBrief, done(response)),
  hoursToNext: (brief, response) => hoursToNext(brief as unknown as CheckathonBrief, done(response)),
};

const done = (response: unknown) => (response ?? playCheckathon.empty) as CheckathonResponse;
