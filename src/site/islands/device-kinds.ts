import type { Kinds, LaterKinds } from '#case/exercise/model/kinds.ts';
import { KIND_HANDLED } from '#kinds/shipped/model/handled.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';

/** The shipped kinds for a page that tells where the attempts of this device stand. */
export const DEVICE_KINDS: Pick<Kinds, 'plays' | 'handled'> & LaterKinds<'reads'> = {
  plays: KIND_PLAYS,
  handled: KIND_HANDLED,
  reads: () => import('#kinds/shipped/model/schemas.ts').then(({ KIND_SCHEMAS }) => KIND_SCHEMAS),
};
