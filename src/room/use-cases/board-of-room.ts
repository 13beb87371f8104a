import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { openAnswers } from '#case/play/use-cases/open-answers.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import { type Board, boardOf } from '#room/model/board.ts';
import type { BoardTeam, TeamResult } from '#room/model/played-team.ts';
import { createResultLines, type ResultLines } from '#room/model/result-line.ts';
import type { RoomState, TeamState } from '#room/model/room-state.ts';
import { findingsOfRoom } from './findings-of-room.ts';

/** The figures of a room. Opens the answers of its case: for the facilitator, never for a team before its end. */
export async function boardOfRoom(
  parts: PartLoader,
  part: PublicPart,
  room: RoomState,
  kinds: Pick<Kinds, 'plays' | 'tells' | 'scores' | 'inRoom'>,
): Promise<Board> {
  const material = { ...part, kinds };
  const answers = await openAnswers(parts, part);
  const lines = createResultLines(material);
  const board = boardOf(
    room.teams.map((team) => boardTeam(team, lines)),
    material,
    answers,
  );
  const findings = findingsOfRoom(part, room, kinds);
  return findings.length > 0 ? { ...board, findings } : board;
}

function boardTeam(team: TeamState, lines: ResultLines): BoardTeam {
  const result = resultOf(team, lines);
  return { team: team.id, votes: team.votes, decisions: team.decisions, ...(result && { result }) };
}

/** The result of a team; undefined before it comes, or if its line can no longer be decoded. */
function resultOf({ handIn, attempt }: TeamState, lines: ResultLines): TeamResult | undefined {
  if (handIn?.by === 'line') {
    const read = lines.read(handIn.line);
    return read.ok ? { by: 'line', told: read.told } : undefined;
  }
  if (handIn?.by === 'file') return { by: 'file', log: handIn.log };
  if (handIn?.by === 'paper') return { by: 'paper', choices: handIn.choices };
  return handIn && attempt ? { by: 'lan', log: attempt } : undefined;
}
