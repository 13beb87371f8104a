import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import type { WithPlayers } from '#case/reference-players/use-cases/players.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { KIND_IN_ROOM } from '#kinds/shipped/model/in-room.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_SAYS } from '#kinds/shipped/model/says.ts';
import { KIND_SCORES } from '#kinds/shipped/model/scores.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { KIND_ABOUT_WORDS } from '#kinds/shipped/screens/about-registry.ts';
import { KIND_DEBRIEF_WORDS } from '#kinds/shipped/screens/debrief-words.ts';
import { KIND_BUILDS, type KindKeys } from '#kinds/shipped/use-cases/builds.ts';
import { KIND_PLAYERS } from '#kinds/shipped/use-cases/players.ts';

/** The shipped kinds for every use: a test may hold what no page may. */
export const KINDS: Omit<Kinds, 'builds'> & LibraryKinds & WithPlayers = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  reads: KIND_READS,
  scores: KIND_SCORES,
  says: KIND_SAYS,
  debriefWords: KIND_DEBRIEF_WORDS,
  aboutWords: KIND_ABOUT_WORDS,
  builds: KIND_BUILDS,
  inRoom: KIND_IN_ROOM,
  players: KIND_PLAYERS,
};

/** Answers with the fields that the shipped kinds add to their key. */
export type KeyedAnswers = Omit<Answers, 'key'> & { readonly key: Answers['key'] & KindKeys };

/** The same where what is read is loaded later, as on a page that looks at what a device holds. */
export const LATER_KINDS = { ...KINDS, reads: async () => KIND_READS };

/** A case with the shipped kinds, as whoever plays it has it. */
export const withKinds = <Part extends object>(part: Part): Part & { readonly kinds: typeof KINDS } => ({
  ...part,
  kinds: KINDS,
});
