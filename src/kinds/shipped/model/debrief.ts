import type { ExerciseDebrief } from '#case/exercise/model/exercise-plug.ts';
import { createRegistry } from '#case/exercise/model/registry.ts';
import { COURTROOM_DEBRIEF } from '#kinds/courtroom/model/debrief.ts';
import { DETECTION_DEBRIEF } from '#kinds/detection/model/debrief.ts';
import { LEDGER_DEBRIEF } from '#kinds/ledger/model/debrief.ts';
import { LINKING_DEBRIEF } from '#kinds/linking/model/debrief.ts';
import { MAPPING_DEBRIEF } from '#kinds/mapping/model/debrief.ts';
import { PLATFORM_TEST_DEBRIEF } from '#kinds/platform-test/model/debrief.ts';
import { POLICY_DEBRIEF } from '#kinds/policy/model/debrief.ts';
import { PRESERVATION_DEBRIEF } from '#kinds/preservation/model/debrief.ts';
import { REQUESTS_DEBRIEF } from '#kinds/requests/model/debrief.ts';

/** Debrief sentences of each kind: loaded at the end of a case, and where a saved report is read without answers. */
export const KIND_DEBRIEFS = createRegistry<ExerciseDebrief>({
  'platform-test': PLATFORM_TEST_DEBRIEF,
  courtroom: COURTROOM_DEBRIEF,
  detection: DETECTION_DEBRIEF,
  ledger: LEDGER_DEBRIEF,
  linking: LINKING_DEBRIEF,
  mapping: MAPPING_DEBRIEF,
  policy: POLICY_DEBRIEF,
  preservation: PRESERVATION_DEBRIEF,
  requests: REQUESTS_DEBRIEF,
});
