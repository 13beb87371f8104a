import type { AttemptTeam } from '#case/attempt-file/model/attempt-team.ts';
import { readSaid } from '#case/play/islands/team-in-file.ts';
import type { VoteRound } from '#room/model/vote-round.ts';

/** What a page keeps of the team that plays an attempt, beside its log. */
export interface KeptTeam extends AttemptTeam {
  readonly round?: VoteRound;
  readonly reason?: string;
}

/** A team as a page has kept it; undefined for anything else. */
export function readTeam(draft: unknown): KeptTeam | undefined {
  const said = readSaid(draft);
  if (!said) return undefined;
  const { round, reason } = draft as Partial<KeptTeam>;
  return { ...said, ...(round && { round }), ...(typeof reason === 'string' && { reason }) };
}
