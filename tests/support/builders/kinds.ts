import { KIND_BUILDS } from '#app/kinds/build.ts';
import { KIND_KEY_PARTS } from '#app/kinds/key-parts.ts';
import type { LibraryKinds } from '#app/kinds/kind-plug.ts';
import { KIND_PLAYERS } from '#app/kinds/players.ts';
import type { WithPlayers } from '#app/reference/players.ts';
import type { Kinds } from '#core/exercise/kinds.ts';
import { KIND_CHECKS, type KindKeys } from '#core/kinds/check.ts';
import { KIND_DEBRIEFS } from '#core/kinds/debrief.ts';
import { KIND_HANDLED } from '#core/kinds/handled.ts';
import { KIND_HIDDEN } from '#core/kinds/hidden.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import { KIND_PORTFOLIOS } from '#core/kinds/portfolio.ts';
import { KIND_REPORTS } from '#core/kinds/reports.ts';
import { KIND_SCHEMAS } from '#core/kinds/schemas.ts';
import { KIND_SCORES } from '#core/kinds/score.ts';
import { KIND_TEAM_FINDINGS } from '#core/kinds/team-findings.ts';
import type { Answers } from '#core/scoring/answers.ts';

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
