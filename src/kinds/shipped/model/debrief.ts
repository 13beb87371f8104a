import { CHECKATHON_DEBRIEF } from '#core/checkathon/debrief.ts';
import { COURTROOM_DEBRIEF } from '#core/courtroom/debrief.ts';
import { DETECTION_DEBRIEF } from '#core/detection/debrief.ts';
import type { ExerciseDebrief } from '#core/exercise/exercise-plug.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import { LEDGER_DEBRIEF } from '#core/ledger/debrief.ts';
import { LINKING_DEBRIEF } from '#core/linking/debrief.ts';
import { MAPPING_DEBRIEF } from '#core/mapping/debrief.ts';
import { POLICY_DEBRIEF } from '#core/policy/debrief.ts';
import { PRESERVATION_DEBRIEF } from '#core/preservation/debrief.ts';
import { REQUESTS_DEBRIEF } from '#core/requests/debrief.ts';

/** Debrief sentences of each kind: loaded at the end of a case, and where a saved report is read without answers. */
export const KIND_DEBRIEFS = createRegistry<ExerciseDebrief>({
  checkathon: CHECKATHON_DEBRIEF,
  courtroom: COURTROOM_DEBRIEF,
  detection: DETECTION_DEBRIEF,
  ledger: LEDGER_DEBRIEF,
  linking: LINKING_DEBRIEF,
  mapping: MAPPING_DEBRIEF,
  policy: POLICY_DEBRIEF,
  preservation: PRESERVATION_DEBRIEF,
  requests: REQUESTS_DEBRIEF,
});
