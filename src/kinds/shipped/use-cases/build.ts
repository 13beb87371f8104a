import { createRegistry } from '#case/exercise/model/registry.ts';
import type { KindBuild } from '#case/plug/use-cases/kind-build.ts';
import { COURTROOM_BUILD } from '#kinds/courtroom/use-cases/build.ts';
import { LEDGER_BUILD } from '#kinds/ledger/use-cases/build.ts';
import { MAPPING_BUILD } from '#kinds/mapping/use-cases/build.ts';
import { PLATFORM_TEST_BUILD } from '#kinds/platform-test/use-cases/build.ts';
import { POLICY_BUILD } from '#kinds/policy/use-cases/build.ts';
import { REQUESTS_BUILD } from '#kinds/requests/use-cases/build.ts';

/** What a kind does while a case is read and built: loaded by commands, the build and the studio. */
export const KIND_BUILDS = createRegistry<KindBuild>({
  'platform-test': PLATFORM_TEST_BUILD,
  courtroom: COURTROOM_BUILD,
  ledger: LEDGER_BUILD,
  mapping: MAPPING_BUILD,
  policy: POLICY_BUILD,
  requests: REQUESTS_BUILD,
});
