import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { PageKinds } from '#case/play/islands/page-kinds.ts';

/** The kinds as the studio has them: it plays a case, and says of each kind what it is and what its checks find. */
export type StudioKinds = PageKinds & Pick<Kinds, 'aboutWords'>;
