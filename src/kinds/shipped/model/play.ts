import { playCheckathon } from '#core/checkathon/play.ts';
import { playCourtroom } from '#core/courtroom/play.ts';
import { playDetection } from '#core/detection/play.ts';
import type { ExercisePlay } from '#core/exercise/exercise-kind.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import { playLedger } from '#core/ledger/play.ts';
import { playLinking } from '#core/linking/play.ts';
import { playMapping } from '#core/mapping/play.ts';
import { playPolicy } from '#core/policy/play.ts';
import { playPreservation } from '#core/preservation/play.ts';
import { playRequests } from '#core/requests/play.ts';

/** How each kind is played: all that a page needs while a case is played, without zod and without a key. */
export const KIND_PLAYS = createRegistry<ExercisePlay<unknown>>({
  checkathon: playCheckathon,
  courtroom: playCourtroom,
  detection: playDetection,
  ledger: playLedger,
  linking: playLinking,
  mapping: playMapping,
  policy: playPolicy,
  preservation: playPreservation,
  requests: playRequests,
});
