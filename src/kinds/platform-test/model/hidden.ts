import type { HiddenBriefs } from '#case/exercise/model/kind-in-room.ts';
import type { PlatformTestKind } from './kind.ts';
import { openBrief } from './open-brief.ts';
import { type PlatformTestResponse, playPlatformTest } from './play.ts';
import { hoursToNext, seenAfter } from './seen-test.ts';
import { briefOfShare, mayAct } from './share.ts';

/** The hidden half of a test: habits and chances of the platforms, copies of the mirrors, and the seed of all draws. */
export const PLATFORM_TEST_HIDDEN: HiddenBriefs<PlatformTestKind> = {
  openBrief: (brief) => ({ ...openBrief(brief) }),
  seen: (brief, response) => seenAfter(briefOfShare(brief, done(response)), done(response)),
  hoursToNext: (brief, response) => {
    const own = done(response);
    return own.awaits ? hoursToNext(briefOfShare(brief, own), own) : undefined;
  },
  places: ({ platforms }) => platforms.map(({ id, name }) => ({ id, name })),
  mayAct: (brief, response, action, share) => mayAct(brief, done(response), action, share),
};

const done = (response: PlatformTestResponse | undefined) => response ?? playPlatformTest.empty;
