import type { AttemptTeam } from '#case/attempt-file/model/attempt-team.ts';
import type { TeamMessage, TeamView } from './protocol.ts';

/** The votes, decisions and reasons of a team: those that the room has, then those that still wait to be sent. */
export function saidByTeam(
  { people, votes, decisions }: Pick<TeamView['team'], 'people' | 'votes' | 'decisions'>,
  waiting: readonly TeamMessage[],
): AttemptTeam {
  const counted = waiting.flatMap((message) =>
    message.type === 'votes.counted' ? [[message.state, message.votes] as const] : [],
  );
  const decided = waiting.flatMap((message) =>
    message.type === 'team.decided'
      ? [[message.state, { option: message.option, reason: message.reason }] as const]
      : [],
  );
  return {
    people,
    votes: { ...votes, ...Object.fromEntries(counted) },
    reasons: { ...decisions, ...Object.fromEntries(decided) },
  };
}
