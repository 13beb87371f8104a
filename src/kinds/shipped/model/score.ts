import type { ExerciseScoring } from '#case/exercise/model/exercise-plug.ts';
import { createRegistry } from '#case/exercise/model/registry.ts';
import { COURTROOM_SCORING } from '#kinds/courtroom/model/score.ts';
import { DETECTION_SCORING } from '#kinds/detection/model/score.ts';
import { LEDGER_SCORING } from '#kinds/ledger/model/score.ts';
import { LINKING_SCORING } from '#kinds/linking/model/score.ts';
import { MAPPING_SCORING } from '#kinds/mapping/model/score.ts';
import { PLATFORM_TEST_SCORING } from '#kinds/platform-test/model/score.ts';
import { POLICY_SCORING } from '#kinds/policy/model/score.ts';
import { PRESERVATION_SCORING } from '#kinds/preservation/model/score.ts';
import { REQUESTS_SCORING } from '#kinds/requests/model/score.ts';

/** How each kind is scored: loaded when the answers are opened. */
export const KIND_SCORES = createRegistry<ExerciseScoring>({
  'platform-test': PLATFORM_TEST_SCORING,
  courtroom: COURTROOM_SCORING,
  detection: DETECTION_SCORING,
  ledger: LEDGER_SCORING,
  linking: LINKING_SCORING,
  mapping: MAPPING_SCORING,
  policy: POLICY_SCORING,
  preservation: PRESERVATION_SCORING,
  requests: REQUESTS_SCORING,
});
