import { CHECKATHON_BUILD } from '#app/checkathon/build.ts';
import { COURTROOM_BUILD } from '#app/courtroom/build.ts';
import { LEDGER_BUILD } from '#app/ledger/build.ts';
import { MAPPING_BUILD } from '#app/mapping/build.ts';
import { POLICY_BUILD } from '#app/policy/build.ts';
import { REQUESTS_BUILD } from '#app/requests/build.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import type { KindBuild } from './kind-plug.ts';

/** What a kind does while a case is read and built: loaded by commands, the build and the studio. */
export const KIND_BUILDS = createRegistry<KindBuild>({
  checkathon: CHECKATHON_BUILD,
  courtroom: COURTROOM_BUILD,
  ledger: LEDGER_BUILD,
  mapping: MAPPING_BUILD,
  policy: POLICY_BUILD,
  requests: REQUESTS_BUILD,
});
