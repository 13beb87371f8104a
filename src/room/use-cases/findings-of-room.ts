import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { findingRows, type RoomFindings } from '#case/exercise/model/room-findings.ts';
import type { TeamFinding } from '#case/exercise/model/team-findings.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { RoomState, TeamState } from '#room/model/room-state.ts';

/**
 * The findings of all teams so far, by exercise, before and after they hand in. The truth is added once the last part
 * is released; in a room that holds nothing back, once every team has handed in.
 */
export function findingsOfRoom(
  { scenario, market }: PublicPart,
  room: RoomState,
  kinds: Pick<Kinds, 'plays' | 'tells' | 'inRoom'>,
): RoomFindings[] {
  const isOpen = areAnswersOpen(room);
  return Object.entries(scenario.states).flatMap(([id, state]): RoomFindings[] => {
    const kind = state.type === 'exercise' ? kinds.inRoom.need(state.kind).teamFindings : undefined;
    if (!kind || state.type !== 'exercise' || !state.brief) return [];
    const { brief } = state;
    const teams = room.teams.flatMap((team): OfTeam[] => {
      const log = logOf(team);
      const given = team.places?.[id];
      if (!log) return team.tokenHash === '' ? [] : [{ team: team.id, findings: [], share: given }];
      const replay = createReplay({ scenario, market, kinds }, log.header.role);
      const { responses } = log.events.reduce(replay.advance, replay.start());
      const response = responses[id];
      // The places in the log of the team count; before it has begun, those that the room gave it.
      const share = response === undefined ? given : kind.shareOf(response);
      return [{ team: team.id, findings: kind.findingsOf(brief, response), share, stops: kind.stopsOf(response) }];
    });
    const truthOf = (place: string, claim: string) => kind.truthOf(brief, place, claim);
    const stops = teams.flatMap(({ team, stops: own }) => (own && own.times > 0 ? [{ team, ...own }] : []));
    return [{ state: id, rows: findingRows(teams, isOpen ? truthOf : undefined), stops }];
  });
}

interface OfTeam {
  readonly team: string;
  readonly findings: readonly TeamFinding[];
  readonly share: readonly string[] | undefined;
  readonly stops?: { readonly times: number; readonly now: boolean };
}

const logOf = ({ attempt, handIn }: TeamState) => (handIn?.by === 'file' ? handIn.log : attempt);

function areAnswersOpen({ parts, teams }: RoomState): boolean {
  const last = parts.at(-1)?.released;
  if (!last) return false;
  return last.by !== 'freely' || teams.every(({ handIn }) => handIn !== undefined);
}
