import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import { REQUESTS_CHECKS } from '#kinds/requests/model/checks.ts';
import type { RequestsKind } from '#kinds/requests/model/kind.ts';
import { checkDeskChannels } from './desk-channels.ts';
import { checkDeskLaw, withDeskLaw } from './desk-law.ts';

/** Adds the law of its State to every request desk, and checks case and key against the law table and the channels. */
export const REQUESTS_BUILDS: KindBuilds<RequestsKind> = {
  ...REQUESTS_CHECKS,
  codes: ['desk.no-law', 'key.order-by-wrong-office', 'key.order-below-threshold', 'key.channel-leads-nowhere'],
  complete: (compiled, { authority }) => withDeskLaw(compiled, authority),
  check: (scenario, key, { authority }) => [
    ...checkDeskLaw(scenario, key, authority),
    ...checkDeskChannels(scenario, key),
  ],
};
