import { createServices } from '#case/exercise/model/registry.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import { COURTROOM_PLAYERS } from '#kinds/courtroom/use-cases/players.ts';
import { DETECTION_PLAYERS } from '#kinds/detection/use-cases/players.ts';
import { LEDGER_PLAYERS } from '#kinds/ledger/use-cases/players.ts';
import { LINKING_PLAYERS } from '#kinds/linking/use-cases/players.ts';
import { MAPPING_PLAYERS } from '#kinds/mapping/use-cases/players.ts';
import { PLATFORM_TEST_PLAYERS } from '#kinds/platform-test/use-cases/players.ts';
import { POLICY_PLAYERS } from '#kinds/policy/use-cases/players.ts';
import { PRESERVATION_PLAYERS } from '#kinds/preservation/use-cases/players.ts';
import { REQUESTS_PLAYERS } from '#kinds/requests/use-cases/players.ts';
import type { KindName } from '#kinds/shipped/model/kinds.ts';

/**
 * What the reference players do in each kind. They are no part of `builds`, although commands load both: the studio
 * builds a case in the browser, and players know every answer.
 */
export const KIND_PLAYERS = createServices<PlayersOf<{ readonly type: string }>, KindName>(
  { service: 'players', inKind: 'use-cases/players.ts', inShipped: 'use-cases/players.ts' },
  {
    'platform-test': PLATFORM_TEST_PLAYERS,
    courtroom: COURTROOM_PLAYERS,
    detection: DETECTION_PLAYERS,
    ledger: LEDGER_PLAYERS,
    linking: LINKING_PLAYERS,
    mapping: MAPPING_PLAYERS,
    policy: POLICY_PLAYERS,
    preservation: PRESERVATION_PLAYERS,
    requests: REQUESTS_PLAYERS,
  },
);
