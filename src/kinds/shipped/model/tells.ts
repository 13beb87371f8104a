import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import { createServices } from '#case/exercise/model/registry.ts';
import { COURTROOM_TELLS } from '#kinds/courtroom/model/tells.ts';
import { DETECTION_TELLS } from '#kinds/detection/model/tells.ts';
import { LEDGER_TELLS } from '#kinds/ledger/model/tells.ts';
import { LINKING_TELLS } from '#kinds/linking/model/tells.ts';
import { MAPPING_TELLS } from '#kinds/mapping/model/tells.ts';
import { PLATFORM_TEST_TELLS } from '#kinds/platform-test/model/tells.ts';
import { POLICY_TELLS } from '#kinds/policy/model/tells.ts';
import { PRESERVATION_TELLS } from '#kinds/preservation/model/tells.ts';
import { REQUESTS_TELLS } from '#kinds/requests/model/tells.ts';
import type { KindName } from './kinds.ts';

/** What each kind tells the rest of the case of a response, and how much was handled in it. */
export const KIND_TELLS = createServices<KindTells, KindName>(
  { service: 'tells', inKind: 'model/tells.ts', inShipped: 'model/tells.ts' },
  {
    'platform-test': PLATFORM_TEST_TELLS,
    courtroom: COURTROOM_TELLS,
    detection: DETECTION_TELLS,
    ledger: LEDGER_TELLS,
    linking: LINKING_TELLS,
    mapping: MAPPING_TELLS,
    policy: POLICY_TELLS,
    preservation: PRESERVATION_TELLS,
    requests: REQUESTS_TELLS,
  },
);
