import type { SayingKinds } from '#case/exercise/model/kinds.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_DEBRIEF_WORDS } from './debrief-words.ts';

/** What is said of the shipped kinds, and the words for it: loaded at the end of a case, and where a report is read. */
export const SAYING_KINDS: SayingKinds = { says: KIND_SAYS, debriefWords: KIND_DEBRIEF_WORDS };
