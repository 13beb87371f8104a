import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { LibraryKinds } from '#case/plug/use-cases/kind-build.ts';
import type { WithPlayers } from '#case/reference-players/use-cases/players.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import { KIND_CHECKS, type KindKeys } from '#kinds/shipped/model/check.ts';
import { KIND_DEBRIEFS } from '#kinds/shipped/model/debrief.ts';
import { KIND_HANDLED } from '#kinds/shipped/model/handled.ts';
import { KIND_HIDDEN } from '#kinds/shipped/model/hidden.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';
import { KIND_PORTFOLIOS } from '#kinds/shipped/model/portfolio.ts';
import { KIND_REPORTS } from '#kinds/shipped/model/reports.ts';
import { KIND_SCHEMAS } from '#kinds/shipped/model/schemas.ts';
import { KIND_SCORES } from '#kinds/shipped/model/score.ts';
import { KIND_TEAM_FINDINGS } from '#kinds/shipped/model/team-findings.ts';
import { KIND_BUILDS } from '#kinds/shipped/use-cases/build.ts';
import { KIND_KEY_PARTS } from '#kinds/shipped/use-cases/key-parts.ts';
import { KIND_PLAYERS } from '#kinds/shipped/use-cases/players.ts';

/** The shipped kinds for every use: a test may hold what no page may. */
export const KINDS: Kinds & LibraryKinds & WithPlayers = {
  plays: KIND_PLAYS,
  reads: KIND_SCHEMAS,
  scores: KIND_SCORES,
  says: KIND_DEBRIEFS,
  handled: KIND_HANDLED,
  portfolios: KIND_PORTFOLIOS,
  checks: KIND_CHECKS,
  hidden: KIND_HIDDEN,
  teamFindings: KIND_TEAM_FINDINGS,
  builds: KIND_BUILDS,
  keyParts: KIND_KEY_PARTS,
  players: KIND_PLAYERS,
};

/** Answers with the fields that the shipped kinds add to their key. */
export type KeyedAnswers = Omit<Answers, 'key'> & { readonly key: Answers['key'] & KindKeys };

/** The same where what is read is loaded later, as on a page that looks at what a device holds. */
export const LATER_KINDS = { ...KINDS, reads: async () => KIND_SCHEMAS, reports: KIND_REPORTS };

/** A case with the shipped kinds, as whoever plays it has it. */
export const withKinds = <Part extends object>(part: Part): Part & { readonly kinds: typeof KINDS } => ({
  ...part,
  kinds: KINDS,
});
