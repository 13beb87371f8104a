import type { DraftStore } from '#adapters/browser/draft-store.ts';
import type { AttemptTeam, TeamReason, VoteCount } from '#core/attempt-file/attempt-team.ts';
import type { VoteRound } from '#core/room/vote-round.ts';
import type { TeamInFile } from './voting-team.ts';

/** What a page keeps of the team that plays an attempt, beside its log. */
export interface KeptTeam extends AttemptTeam {
  readonly round?: VoteRound;
  readonly reason?: string;
}

/** The place of a team among the drafts. */
export const placeOfTeam = (scenario: string): string => `team ${scenario}`;

/** A team as a page has kept it; undefined for anything else. */
export function readTeam(draft: unknown): KeptTeam | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const { people, votes, reasons, ...rest } = draft as Partial<KeptTeam>;
  if (typeof people !== 'number' || !isTable(votes) || !isTable(reasons)) return undefined;
  return {
    people,
    votes: votes as Record<string, VoteCount>,
    reasons: reasons as Record<string, TeamReason>,
    ...(rest.round && { round: rest.round }),
    ...(typeof rest.reason === 'string' && { reason: rest.reason }),
  };
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The team of an attempt that came as a file: what it said goes into the file again when the attempt is saved. */
export function createTeamOfFile(scenario: string, drafts: DraftStore | undefined): TeamInFile {
  const place = placeOfTeam(scenario);
  let brought: { readonly attempt: string; readonly said: AttemptTeam } | undefined;
  return {
    saidBeside(attempt) {
      if (brought?.attempt === attempt) return brought.said;
      const kept = readTeam(drafts?.read(place, attempt));
      return kept && { people: kept.people, votes: kept.votes, reasons: kept.reasons };
    },
    bringBack(attempt, said) {
      brought = { attempt, said };
      drafts?.keep(place, attempt, said);
    },
  };
}
