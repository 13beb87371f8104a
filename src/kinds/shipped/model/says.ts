import type { KindSays } from '#case/exercise/model/kind-says.ts';
import { createServices } from '#case/exercise/model/registry.ts';
import { COURTROOM_SAYS } from '#kinds/courtroom/model/debrief.ts';
import { DETECTION_SAYS } from '#kinds/detection/model/debrief.ts';
import { LEDGER_SAYS } from '#kinds/ledger/model/debrief.ts';
import { LINKING_SAYS } from '#kinds/linking/model/debrief.ts';
import { MAPPING_SAYS } from '#kinds/mapping/model/debrief.ts';
import { PLATFORM_TEST_SAYS } from '#kinds/platform-test/model/debrief.ts';
import { POLICY_SAYS } from '#kinds/policy/model/debrief.ts';
import { PRESERVATION_SAYS } from '#kinds/preservation/model/debrief.ts';
import { REQUESTS_SAYS } from '#kinds/requests/model/debrief.ts';
import type { KindName } from './kinds.ts';

/** What is said of each kind: loaded at the end of a case, and where a report or a portfolio is read. */
export const KIND_SAYS = createServices<KindSays, KindName>(
  { service: 'says', inKind: 'model/debrief.ts', inShipped: 'model/says.ts' },
  {
    'platform-test': PLATFORM_TEST_SAYS,
    courtroom: COURTROOM_SAYS,
    detection: DETECTION_SAYS,
    ledger: LEDGER_SAYS,
    linking: LINKING_SAYS,
    mapping: MAPPING_SAYS,
    policy: POLICY_SAYS,
    preservation: PRESERVATION_SAYS,
    requests: REQUESTS_SAYS,
  },
);
