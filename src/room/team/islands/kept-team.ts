import type { AttemptTeam } from '#core/attempt-file/attempt-team.ts';
import type { VoteRound } from '#core/room/vote-round.ts';
import { readSaid } from '../team-in-file.ts';

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
