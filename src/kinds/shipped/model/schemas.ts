import type { ExerciseSchemas } from '#case/exercise/model/exercise-plug.ts';
import { createRegistry } from '#case/exercise/model/registry.ts';
import { COURTROOM_SCHEMAS } from '#kinds/courtroom/model/schemas.ts';
import { DETECTION_SCHEMAS } from '#kinds/detection/model/schemas.ts';
import { LEDGER_SCHEMAS } from '#kinds/ledger/model/schemas.ts';
import { LINKING_SCHEMAS } from '#kinds/linking/model/schemas.ts';
import { MAPPING_SCHEMAS } from '#kinds/mapping/model/schemas.ts';
import { PLATFORM_TEST_SCHEMAS } from '#kinds/platform-test/model/schemas.ts';
import { POLICY_SCHEMAS } from '#kinds/policy/model/schemas.ts';
import { PRESERVATION_SCHEMAS } from '#kinds/preservation/model/schemas.ts';
import { REQUESTS_SCHEMAS } from '#kinds/requests/model/schemas.ts';

/** Schemas of each kind for outside input: loaded where a case or a log is read, with zod/mini. */
export const KIND_SCHEMAS = createRegistry<ExerciseSchemas>({
  'platform-test': PLATFORM_TEST_SCHEMAS,
  courtroom: COURTROOM_SCHEMAS,
  detection: DETECTION_SCHEMAS,
  ledger: LEDGER_SCHEMAS,
  linking: LINKING_SCHEMAS,
  mapping: MAPPING_SCHEMAS,
  policy: POLICY_SCHEMAS,
  preservation: PRESERVATION_SCHEMAS,
  requests: REQUESTS_SCHEMAS,
});
