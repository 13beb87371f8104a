import { createServices } from '#case/exercise/model/registry.ts';
import type { KindShows } from '#case/play/islands/kind-shows.ts';
import { COURTROOM_SHOWS } from '#kinds/courtroom/islands/screens.ts';
import { DETECTION_SHOWS } from '#kinds/detection/islands/screens.ts';
import { LEDGER_SHOWS } from '#kinds/ledger/islands/screens.ts';
import { LINKING_SHOWS } from '#kinds/linking/islands/screens.ts';
import { MAPPING_SHOWS } from '#kinds/mapping/islands/screens.ts';
import { PLATFORM_TEST_SHOWS } from '#kinds/platform-test/islands/screens.ts';
import { POLICY_SHOWS } from '#kinds/policy/islands/screens.ts';
import { PRESERVATION_SHOWS } from '#kinds/preservation/islands/screens.ts';
import { REQUESTS_SHOWS } from '#kinds/requests/islands/screens.ts';
import type { KindName } from '#kinds/shipped/model/kinds.ts';

/** How each kind of exercise is shown, in the order in which a debrief looks back on them. */
export const KIND_SHOWS = createServices<KindShows, KindName>(
  { service: 'shows', inKind: 'islands/screens.ts', inShipped: 'islands/shows.ts' },
  {
    detection: DETECTION_SHOWS,
    preservation: PRESERVATION_SHOWS,
    requests: REQUESTS_SHOWS,
    ledger: LEDGER_SHOWS,
    linking: LINKING_SHOWS,
    mapping: MAPPING_SHOWS,
    courtroom: COURTROOM_SHOWS,
    'platform-test': PLATFORM_TEST_SHOWS,
    policy: POLICY_SHOWS,
  },
);
