import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import { createServices } from '#case/exercise/model/registry.ts';
import { playCourtroom } from '#kinds/courtroom/model/play.ts';
import { playDetection } from '#kinds/detection/model/play.ts';
import { playLedger } from '#kinds/ledger/model/play.ts';
import { playLinking } from '#kinds/linking/model/play.ts';
import { playMapping } from '#kinds/mapping/model/play.ts';
import { playPlatformTest } from '#kinds/platform-test/model/play.ts';
import { playPolicy } from '#kinds/policy/model/play.ts';
import { playPreservation } from '#kinds/preservation/model/play.ts';
import { playRequests } from '#kinds/requests/model/play.ts';
import type { KindName } from './kinds.ts';

/** How each kind is played: all that a page needs while a case is played, without zod and without a key. */
export const KIND_PLAYS = createServices<KindPlay, KindName>(
  { service: 'plays', inKind: 'model/play.ts', inShipped: 'model/plays.ts' },
  {
    'platform-test': playPlatformTest,
    courtroom: playCourtroom,
    detection: playDetection,
    ledger: playLedger,
    linking: playLinking,
    mapping: playMapping,
    policy: playPolicy,
    preservation: playPreservation,
    requests: playRequests,
  },
);
