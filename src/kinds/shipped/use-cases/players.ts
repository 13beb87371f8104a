import { CHECKATHON_PLAYERS } from '#app/checkathon/players.ts';
import { COURTROOM_PLAYERS } from '#app/courtroom/players.ts';
import { DETECTION_PLAYERS } from '#app/detection/players.ts';
import { LEDGER_PLAYERS } from '#app/ledger/players.ts';
import { LINKING_PLAYERS } from '#app/linking/players.ts';
import { MAPPING_PLAYERS } from '#app/mapping/players.ts';
import { POLICY_PLAYERS } from '#app/policy/players.ts';
import { PRESERVATION_PLAYERS } from '#app/preservation/players.ts';
import type { PlayersOf } from '#app/reference/players.ts';
import { REQUESTS_PLAYERS } from '#app/requests/players.ts';
import { createRegistry } from '#core/exercise/registry.ts';

/** What the reference players do in each kind: loaded by commands and tests, since they know every answer. */
export const KIND_PLAYERS = createRegistry<PlayersOf<{ readonly type: string }>>({
  checkathon: CHECKATHON_PLAYERS,
  courtroom: COURTROOM_PLAYERS,
  detection: DETECTION_PLAYERS,
  ledger: LEDGER_PLAYERS,
  linking: LINKING_PLAYERS,
  mapping: MAPPING_PLAYERS,
  policy: POLICY_PLAYERS,
  preservation: PRESERVATION_PLAYERS,
  requests: REQUESTS_PLAYERS,
});
