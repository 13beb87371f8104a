import type { Kinds } from '#case/exercise/model/kinds.ts';
import { areChairs } from '#case/language/model/chairs.ts';
import { partWithState } from '#case/language/model/room-parts.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { TeamMessage, TeamMessages, TeamRefusal } from '#room/model/protocol.ts';
import { advanceRoom, isReleased } from '#room/model/replay-room.ts';
import { type RoomAction, type RoomEvent, roomEvent } from '#room/model/room-events.ts';
import type { RoomState, TeamState } from '#room/model/room-state.ts';
import type { AttemptChecker } from './attempt-checker.ts';
import { keepsToShare } from './keeps-to-share.ts';
import { optionsAt, voteFault } from './votes-fit.ts';

/** The case of a room, with the checker of its attempts and the kinds of its exercises. */
export interface RoomCase {
  readonly part: PublicPart;
  readonly checker: AttemptChecker;
  readonly kinds: Pick<Kinds, 'plays' | 'tells' | 'reads' | 'inRoom'>;
}

/** The result of checking messages: the events to write, and the first message that is refused. */
export interface Accepted {
  readonly events: readonly RoomEvent[];
  readonly room: RoomState;
  readonly refused?: { readonly n: number; readonly why: TeamRefusal };
}

/**
 * Checks messages of a team in their order, up to the first that is refused. Messages that the room has already are
 * skipped, so that a page may send again what was not answered.
 */
export function acceptFromTeam(
  around: RoomCase,
  before: RoomState,
  team: string,
  { messages }: TeamMessages,
  at: number,
): Accepted {
  const events: RoomEvent[] = [];
  let room = before;
  for (const { n, ...said } of messages) {
    const own = room.teams.find(({ id }) => id === team);
    if (!own) break;
    if (n <= own.received) continue;
    const judged = n > own.received + 1 ? 'gap' : judge(around, room, own, said as TeamMessage);
    if (typeof judged === 'string') return { events, room, refused: { n, why: judged } };
    const event = roomEvent({ ...judged, n } as RoomAction, room, at);
    events.push(event);
    room = advanceRoom(room, event);
  }
  return { events, room };
}

function judge(
  { part, checker, kinds }: RoomCase,
  room: RoomState,
  team: TeamState,
  said: TeamMessage,
): RoomAction | TeamRefusal {
  const whole = { ...said, team: team.id };
  const { parts } = room.opened;
  const isOpen = (state: string) => {
    const holder = partWithState(parts, state);
    return holder !== undefined && isReleased(room, holder.id);
  };
  switch (said.type) {
    case 'team.paused':
    case 'team.resumed':
      return { type: said.type, team: team.id };
    case 'team.progressed': {
      const holder = partWithState(parts, said.state);
      return holder ? { ...(whole as typeof said & { team: string }), part: holder.id } : 'unknown-state';
    }
    case 'votes.counted':
      if (team.handIn) return 'handed-in';
      return (
        voteFault(part, team, said.state, said.votes) ?? (isOpen(said.state) ? (whole as RoomAction) : 'not-released')
      );
    case 'team.decided': {
      if (team.handIn) return 'handed-in';
      const options = optionsAt(part, said.state);
      if (!options) return 'unknown-state';
      if (!options.includes(said.option)) return 'unknown-option';
      return isOpen(said.state) ? (whole as RoomAction) : 'not-released';
    }
    case 'chairs.given':
      return areChairs(said.chairs, part.scenario.roles ?? [], team.people) ? (whole as RoomAction) : 'bad-chairs';
    case 'attempt.extended': {
      if (team.handIn) return 'handed-in';
      const checked = checker.extend(team.attempt, said.header, said.events);
      if (!checked.ok) return checked.fault;
      const known = team.attempt?.events.length ?? 0;
      const fresh = checked.value.log.events.slice(known);
      if (!fresh.every(({ state }) => isOpen(state))) return 'not-released';
      if (!keepsToShare({ part, checker, kinds }, team, fresh)) return 'not-allowed';
      const header = team.attempt ? {} : { header: checked.value.log.header };
      return { type: 'attempt.extended', team: team.id, ...header, events: fresh };
    }
    case 'team.handed-in':
      if (team.handIn) return 'handed-in';
      return team.attempt ? { type: 'team.handed-in', by: 'lan', team: team.id } : 'no-attempt';
  }
}
