import type { KindRegistry } from '#case/exercise/model/registry.ts';
import type { KindShows } from './kind-shows.ts';
import type { PlayedKinds } from './played-kinds.ts';

/** The kinds of exercise as a page that plays a case has them. Its page root puts them in. */
export interface PageKinds extends PlayedKinds {
  /** How each kind is shown. */
  readonly shows: KindRegistry<KindShows>;
}
