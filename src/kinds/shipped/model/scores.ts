import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { createServices } from '#case/exercise/model/registry.ts';
import { COURTROOM_SCORES } from '#kinds/courtroom/model/score.ts';
import { DETECTION_SCORES } from '#kinds/detection/model/score.ts';
import { LEDGER_SCORES } from '#kinds/ledger/model/score.ts';
import { LINKING_SCORES } from '#kinds/linking/model/score.ts';
import { MAPPING_SCORES } from '#kinds/mapping/model/score.ts';
import { PLATFORM_TEST_SCORES } from '#kinds/platform-test/model/score.ts';
import { POLICY_SCORES } from '#kinds/policy/model/score.ts';
import { PRESERVATION_SCORES } from '#kinds/preservation/model/score.ts';
import { REQUESTS_SCORES } from '#kinds/requests/model/score.ts';
import type { KindName } from './kinds.ts';

/** How each kind is scored: loaded when the answers are opened. */
export const KIND_SCORES = createServices<KindScores, KindName>(
  { service: 'scores', inKind: 'model/score.ts', inShipped: 'model/scores.ts' },
  {
    'platform-test': PLATFORM_TEST_SCORES,
    courtroom: COURTROOM_SCORES,
    detection: DETECTION_SCORES,
    ledger: LEDGER_SCORES,
    linking: LINKING_SCORES,
    mapping: MAPPING_SCORES,
    policy: POLICY_SCORES,
    preservation: PRESERVATION_SCORES,
    requests: REQUESTS_SCORES,
  },
);
