import type { Kinds, LaterKinds } from '#core/exercise/kinds.ts';
import { KIND_HANDLED } from '#core/kinds/handled.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';

/** The shipped kinds for a page that tells where the attempts of this device stand. */
export const DEVICE_KINDS: Pick<Kinds, 'plays' | 'handled'> & LaterKinds<'reads'> = {
  plays: KIND_PLAYS,
  handled: KIND_HANDLED,
  reads: () => import('#core/kinds/schemas.ts').then(({ KIND_SCHEMAS }) => KIND_SCHEMAS),
};
