import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import { createServices } from '#case/exercise/model/registry.ts';
import { COURTROOM_READS } from '#kinds/courtroom/model/schemas.ts';
import { DETECTION_READS } from '#kinds/detection/model/schemas.ts';
import { LEDGER_READS } from '#kinds/ledger/model/schemas.ts';
import { LINKING_READS } from '#kinds/linking/model/schemas.ts';
import { MAPPING_READS } from '#kinds/mapping/model/schemas.ts';
import { PLATFORM_TEST_READS } from '#kinds/platform-test/model/schemas.ts';
import { POLICY_READS } from '#kinds/policy/model/schemas.ts';
import { PRESERVATION_READS } from '#kinds/preservation/model/schemas.ts';
import { REQUESTS_READS } from '#kinds/requests/model/schemas.ts';
import type { KindName } from './kinds.ts';

/** Schemas of each kind for outside input: loaded where a case or a log is read, with zod/mini. */
export const KIND_READS = createServices<KindReads, KindName>(
  { service: 'reads', inKind: 'model/schemas.ts', inShipped: 'model/reads.ts' },
  {
    'platform-test': PLATFORM_TEST_READS,
    courtroom: COURTROOM_READS,
    detection: DETECTION_READS,
    ledger: LEDGER_READS,
    linking: LINKING_READS,
    mapping: MAPPING_READS,
    policy: POLICY_READS,
    preservation: PRESERVATION_READS,
    requests: REQUESTS_READS,
  },
);
