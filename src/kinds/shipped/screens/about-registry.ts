import type { KindWords } from '#case/exercise/model/kind-words.ts';
import { createServices } from '#case/exercise/model/registry.ts';
import type { KindName } from '#kinds/shipped/model/kinds.ts';
import { ABOUT_WORDS } from './about-words.ts';

/** What is said of each kind outside of its debrief, as shared code is handed it. */
export const KIND_ABOUT_WORDS = createServices<KindWords, KindName>(
  { service: 'aboutWords', inKind: 'words/en/about.json', inShipped: 'screens/about-words.ts' },
  ABOUT_WORDS,
);
