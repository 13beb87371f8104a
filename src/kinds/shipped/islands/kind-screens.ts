import { createRegistry } from '#case/exercise/model/registry.ts';
import type { KindScreens } from '#case/play/islands/kind-screens.ts';
import { COURTROOM_SCREENS } from '#kinds/courtroom/islands/screens.ts';
import { DETECTION_SCREENS } from '#kinds/detection/islands/screens.ts';
import { LEDGER_SCREENS } from '#kinds/ledger/islands/screens.ts';
import { LINKING_SCREENS } from '#kinds/linking/islands/screens.ts';
import { MAPPING_SCREENS } from '#kinds/mapping/islands/screens.ts';
import { PLATFORM_TEST_SCREENS } from '#kinds/platform-test/islands/screens.ts';
import { POLICY_SCREENS } from '#kinds/policy/islands/screens.ts';
import { PRESERVATION_SCREENS } from '#kinds/preservation/islands/screens.ts';
import { REQUESTS_SCREENS } from '#kinds/requests/islands/screens.ts';

/** How each kind of exercise is shown, in the order in which a debrief looks back on them. */
export const KIND_SCREENS = createRegistry<KindScreens>({
  detection: DETECTION_SCREENS,
  preservation: PRESERVATION_SCREENS,
  requests: REQUESTS_SCREENS,
  ledger: LEDGER_SCREENS,
  linking: LINKING_SCREENS,
  mapping: MAPPING_SCREENS,
  courtroom: COURTROOM_SCREENS,
  'platform-test': PLATFORM_TEST_SCREENS,
  policy: POLICY_SCREENS,
});
