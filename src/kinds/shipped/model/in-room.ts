import { type KindInRoom, NOTHING_IN_ROOM } from '#case/exercise/model/kind-in-room.ts';
import { createServices } from '#case/exercise/model/registry.ts';
import { PLATFORM_TEST_IN_ROOM } from '#kinds/platform-test/model/in-room.ts';
import type { KindName } from './kinds.ts';

/** What each kind does in a room: loaded by its server; a page loads it for the report that a case hands on. */
export const KIND_IN_ROOM = createServices<KindInRoom, KindName>(
  { service: 'inRoom', inKind: 'model/in-room.ts', inShipped: 'model/in-room.ts' },
  {
    'platform-test': PLATFORM_TEST_IN_ROOM,
    courtroom: NOTHING_IN_ROOM,
    detection: NOTHING_IN_ROOM,
    ledger: NOTHING_IN_ROOM,
    linking: NOTHING_IN_ROOM,
    mapping: NOTHING_IN_ROOM,
    policy: NOTHING_IN_ROOM,
    preservation: NOTHING_IN_ROOM,
    requests: NOTHING_IN_ROOM,
  },
);
