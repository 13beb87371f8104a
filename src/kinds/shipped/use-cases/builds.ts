import { createServices } from '#case/exercise/model/registry.ts';
import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import type { CourtroomKind } from '#kinds/courtroom/model/kind.ts';
import { COURTROOM_BUILDS } from '#kinds/courtroom/use-cases/build.ts';
import { DETECTION_BUILDS } from '#kinds/detection/use-cases/build.ts';
import { LEDGER_BUILDS } from '#kinds/ledger/use-cases/build.ts';
import { LINKING_BUILDS } from '#kinds/linking/use-cases/build.ts';
import { MAPPING_BUILDS } from '#kinds/mapping/use-cases/build.ts';
import { PLATFORM_TEST_BUILDS } from '#kinds/platform-test/use-cases/build.ts';
import { POLICY_BUILDS } from '#kinds/policy/use-cases/build.ts';
import type { PreservationKind } from '#kinds/preservation/model/kind.ts';
import { PRESERVATION_BUILDS } from '#kinds/preservation/use-cases/build.ts';
import type { RequestsKind } from '#kinds/requests/model/kind.ts';
import { REQUESTS_BUILDS } from '#kinds/requests/use-cases/build.ts';
import type { KindName } from '#kinds/shipped/model/kinds.ts';

/** How each kind is checked and built: loaded by commands, the build and the studio, with all of zod. */
export const KIND_BUILDS = createServices<KindBuilds, KindName>(
  { service: 'builds', inKind: 'use-cases/build.ts', inShipped: 'use-cases/builds.ts' },
  {
    detection: DETECTION_BUILDS,
    ledger: LEDGER_BUILDS,
    linking: LINKING_BUILDS,
    mapping: MAPPING_BUILDS,
    policy: POLICY_BUILDS,
    preservation: PRESERVATION_BUILDS,
    requests: REQUESTS_BUILDS,
    courtroom: COURTROOM_BUILDS,
    'platform-test': PLATFORM_TEST_BUILDS,
  },
);

/** The fields that the shipped kinds add to the key of a case. */
export interface KindKeys {
  courtroom?: CourtroomKind['key'] | undefined;
  preserve?: PreservationKind['key'] | undefined;
  requests?: RequestsKind['key'] | undefined;
}
