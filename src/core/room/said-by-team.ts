import type { AttemptTeam } from '#core/attempt-file/attempt-team.ts';
import type { TeamDeed, TeamView } from './protocol.ts';

/** What a team has said beside its attempt: what the room has of it, and after it what still waits to be sent. */
export function saidByTeam(
  { people, votes, decisions }: Pick<TeamView['team'], 'people' | 'votes' | 'decisions'>,
  waiting: readonly TeamDeed[],
): AttemptTeam {
  const counted = waiting.flatMap((deed) => (deed.type === 'votes.counted' ? [[deed.state, deed.votes] as const] : []));
  const decided = waiting.flatMap((deed) =>
    deed.type === 'team.decided' ? [[deed.state, { option: deed.option, reason: deed.reason }] as const] : [],
  );
  return {
    people,
    votes: { ...votes, ...Object.fromEntries(counted) },
    reasons: { ...decisions, ...Object.fromEntries(decided) },
  };
}
