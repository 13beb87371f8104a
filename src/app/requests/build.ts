import type { KindBuild } from '#app/kinds/kind-plug.ts';
import { checkDeskLaw, withDeskLaw } from './desk-law.ts';

/** Every request desk stands under the law of its State, which is kept in one table. */
export const REQUESTS_BUILD: KindBuild = {
  codes: ['desk.no-law', 'key.order-by-wrong-office', 'key.order-below-threshold'],
  complete: (compiled, { authority }) => withDeskLaw(compiled, authority),
  check: (scenario, key, { authority }) => checkDeskLaw(scenario, key, authority),
};
