import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import { createRegistry } from '#case/exercise/model/registry.ts';
import { COURTROOM_HANDLED } from '#kinds/courtroom/model/handled.ts';
import { DETECTION_HANDLED } from '#kinds/detection/model/handled.ts';
import { LEDGER_HANDLED } from '#kinds/ledger/model/handled.ts';
import { LINKING_HANDLED } from '#kinds/linking/model/handled.ts';
import { MAPPING_HANDLED } from '#kinds/mapping/model/handled.ts';
import { PLATFORM_TEST_HANDLED } from '#kinds/platform-test/model/handled.ts';
import { POLICY_HANDLED } from '#kinds/policy/model/handled.ts';
import { PRESERVATION_HANDLED } from '#kinds/preservation/model/handled.ts';
import { REQUESTS_HANDLED } from '#kinds/requests/model/handled.ts';

/** How much was handled in an exercise, by its kind: track and record tell untouched work from done work by it. */
export const KIND_HANDLED = createRegistry<ExerciseHandled>({
  'platform-test': PLATFORM_TEST_HANDLED,
  courtroom: COURTROOM_HANDLED,
  detection: DETECTION_HANDLED,
  ledger: LEDGER_HANDLED,
  linking: LINKING_HANDLED,
  mapping: MAPPING_HANDLED,
  policy: POLICY_HANDLED,
  preservation: PRESERVATION_HANDLED,
  requests: REQUESTS_HANDLED,
});
