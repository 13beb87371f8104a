import type { HiddenHalf } from '#case/exercise/model/kind-in-room.ts';
import { openBrief } from './open-brief.ts';
import { type PlatformTestAct, type PlatformTestResponse, playPlatformTest } from './play.ts';
import { hoursToNext, seenAfter } from './seen-test.ts';
import { briefOfShare, mayAct } from './share.ts';
import type { PlatformTestBrief } from './state.ts';

/** The hidden half of a test: habits and chances of the platforms, copies of the mirrors, and the seed of all draws. */
export const PLATFORM_TEST_HIDDEN: HiddenHalf = {
  openBrief: (brief) => ({ ...openBrief(whole(brief)) }),
  seen: (brief, response) => seenAfter(briefOfShare(whole(brief), done(response)), done(response)),
  hoursToNext: (brief, response) => {
    const own = done(response);
    return own.awaits ? hoursToNext(briefOfShare(whole(brief), own), own) : undefined;
  },
  places: (brief) => whole(brief).platforms.map(({ id, name }) => ({ id, name })),
  mayAct: (brief, response, action, share) =>
    mayAct(whole(brief), done(response), action as unknown as PlatformTestAct, share),
};

const whole = (brief: object) => brief as unknown as PlatformTestBrief;
const done = (response: unknown) => (response ?? playPlatformTest.empty) as PlatformTestResponse;
