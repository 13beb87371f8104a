import { CHECKATHON_HANDLED } from '#core/checkathon/handled.ts';
import { COURTROOM_HANDLED } from '#core/courtroom/handled.ts';
import { DETECTION_HANDLED } from '#core/detection/handled.ts';
import type { ExerciseHandled } from '#core/exercise/handled.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import { LEDGER_HANDLED } from '#core/ledger/handled.ts';
import { LINKING_HANDLED } from '#core/linking/handled.ts';
import { MAPPING_HANDLED } from '#core/mapping/handled.ts';
import { POLICY_HANDLED } from '#core/policy/handled.ts';
import { PRESERVATION_HANDLED } from '#core/preservation/handled.ts';
import { REQUESTS_HANDLED } from '#core/requests/handled.ts';

/** How much was handled in an exercise, by its kind: track and record tell untouched work from done work by it. */
export const KIND_HANDLED = createRegistry<ExerciseHandled>({
  checkathon: CHECKATHON_HANDLED,
  courtroom: COURTROOM_HANDLED,
  detection: DETECTION_HANDLED,
  ledger: LEDGER_HANDLED,
  linking: LINKING_HANDLED,
  mapping: MAPPING_HANDLED,
  policy: POLICY_HANDLED,
  preservation: PRESERVATION_HANDLED,
  requests: REQUESTS_HANDLED,
});
