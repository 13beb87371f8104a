import { CHECKATHON_SCHEMAS } from '#core/checkathon/schemas.ts';
import { COURTROOM_SCHEMAS } from '#core/courtroom/schemas.ts';
import { DETECTION_SCHEMAS } from '#core/detection/schemas.ts';
import type { ExerciseSchemas } from '#core/exercise/exercise-plug.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import { LEDGER_SCHEMAS } from '#core/ledger/schemas.ts';
import { LINKING_SCHEMAS } from '#core/linking/schemas.ts';
import { MAPPING_SCHEMAS } from '#core/mapping/schemas.ts';
import { POLICY_SCHEMAS } from '#core/policy/schemas.ts';
import { PRESERVATION_SCHEMAS } from '#core/preservation/schemas.ts';
import { REQUESTS_SCHEMAS } from '#core/requests/schemas.ts';

/** Schemas of each kind for outside input: loaded where a case or a log is read, with zod/mini. */
export const KIND_SCHEMAS = createRegistry<ExerciseSchemas>({
  checkathon: CHECKATHON_SCHEMAS,
  courtroom: COURTROOM_SCHEMAS,
  detection: DETECTION_SCHEMAS,
  ledger: LEDGER_SCHEMAS,
  linking: LINKING_SCHEMAS,
  mapping: MAPPING_SCHEMAS,
  policy: POLICY_SCHEMAS,
  preservation: PRESERVATION_SCHEMAS,
  requests: REQUESTS_SCHEMAS,
});
