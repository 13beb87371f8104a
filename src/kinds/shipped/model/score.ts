import { CHECKATHON_SCORING } from '#core/checkathon/score.ts';
import { COURTROOM_SCORING } from '#core/courtroom/score.ts';
import { DETECTION_SCORING } from '#core/detection/score.ts';
import type { ExerciseScoring } from '#core/exercise/exercise-plug.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import { LEDGER_SCORING } from '#core/ledger/score.ts';
import { LINKING_SCORING } from '#core/linking/score.ts';
import { MAPPING_SCORING } from '#core/mapping/score.ts';
import { POLICY_SCORING } from '#core/policy/score.ts';
import { PRESERVATION_SCORING } from '#core/preservation/score.ts';
import { REQUESTS_SCORING } from '#core/requests/score.ts';

/** How each kind is scored: loaded when the answers are opened. */
export const KIND_SCORES = createRegistry<ExerciseScoring>({
  checkathon: CHECKATHON_SCORING,
  courtroom: COURTROOM_SCORING,
  detection: DETECTION_SCORING,
  ledger: LEDGER_SCORING,
  linking: LINKING_SCORING,
  mapping: MAPPING_SCORING,
  policy: POLICY_SCORING,
  preservation: PRESERVATION_SCORING,
  requests: REQUESTS_SCORING,
});
