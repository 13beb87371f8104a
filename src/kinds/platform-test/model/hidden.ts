import type { ExerciseHidden } from '#case/exercise/model/hidden-half.ts';
import { openBrief } from './open-brief.ts';
import { type CheckathonAct, type CheckathonResponse, playCheckathon } from './play.ts';
import { hoursToNext, seenAfter } from './seen-test.ts';
import { briefOfShare, mayAct } from './share.ts';
import type { CheckathonBrief } from './state.ts';

/** The hidden half of a test: habits and chances of the platforms, copies of the mirrors, and the seed of all draws. */
export const CHECKATHON_HIDDEN: ExerciseHidden = {
  openBrief: (brief) => ({ ...openBrief(whole(brief)) }),
  seen: (brief, response) => seenAfter(briefOfShare(whole(brief), done(response)), done(response)),
  hoursToNext: (brief, response) => {
    const own = done(response);
    return own.awaits ? hoursToNext(briefOfShare(whole(brief), own), own) : undefined;
  },
  places: (brief) => whole(brief).platforms.map(({ id, name }) => ({ id, name })),
  mayAct: (brief, response, action, share) =>
    mayAct(whole(brief), done(response), action as unknown as CheckathonAct, share),
};

const whole = (brief: object) => brief as unknown as CheckathonBrief;
const done = (response: unknown) => (response ?? playCheckathon.empty) as CheckathonResponse;
