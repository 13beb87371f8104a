import { createRegistry } from '#core/exercise/registry.ts';
import { CHECKATHON_SCREENS } from './checkathon/screens.ts';
import { COURTROOM_SCREENS } from './courtroom/screens.ts';
import { DETECTION_SCREENS } from './detection/screens.ts';
import type { KindScreens } from './kind-plug.ts';
import { LEDGER_SCREENS } from './ledger/screens.ts';
import { LINKING_SCREENS } from './linking/screens.ts';
import { MAPPING_SCREENS } from './mapping/screens.ts';
import { POLICY_SCREENS } from './policy/screens.ts';
import { PRESERVATION_SCREENS } from './preservation/screens.ts';
import { REQUESTS_SCREENS } from './requests/screens.ts';

/** How each kind of exercise is shown, in the order in which a debrief looks back on them. */
export const KIND_SCREENS = createRegistry<KindScreens>({
  detection: DETECTION_SCREENS,
  preservation: PRESERVATION_SCREENS,
  requests: REQUESTS_SCREENS,
  ledger: LEDGER_SCREENS,
  linking: LINKING_SCREENS,
  mapping: MAPPING_SCREENS,
  courtroom: COURTROOM_SCREENS,
  checkathon: CHECKATHON_SCREENS,
  policy: POLICY_SCREENS,
});
