import type { Kinds, LaterKinds } from '#case/exercise/model/kinds.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';

/** The shipped kinds for a page that tells where the attempts of this device stand. */
export const DEVICE_KINDS: Pick<Kinds, 'plays' | 'tells'> & LaterKinds<'reads'> = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  reads: () => import('#kinds/shipped/model/reads.ts').then(({ KIND_READS }) => KIND_READS),
};
