import { sha256Hex } from '#kernel/model/sha256.ts';
import type { NotKept } from './not-kept.ts';
import type { ControlTeam, ControlView, ShownHandIn, TeamView } from './protocol.ts';
import { gateOf } from './replay-room.ts';
import { contentOf } from './result-content.ts';
import type { HandIn, RoomState, TeamState } from './room-state.ts';
import type { TeamAtDoor } from './team-at-door.ts';

const tagOf = (view: unknown) => sha256Hex(JSON.stringify(view)).slice(0, 16);

/** What a team may see of the room at that moment: nothing about other teams, and no answer. */
export function viewForTeam(room: RoomState, team: TeamState, now: number, notKept?: NotKept): TeamView {
  const { opened, parts } = room;
  const view = {
    schema: 'room-view/1',
    room: opened.room,
    scenario: opened.scenario,
    scenarioHash: opened.scenarioHash,
    locale: opened.locale,
    parts: opened.parts.map(({ id, title }, at) => {
      const { released, planned } = parts[at] ?? {};
      return { id, title, released: released !== undefined, ...(planned && { opensAt: planned.opensAt }) };
    }),
    held: room.held,
    paused: room.pausedSince !== undefined,
    ...(room.timer && { until: room.timer.until }),
    ...(notKept && { notKept: true as const }),
    injects: room.injects.filter(({ to }) => !to || to.includes(team.id)).map(({ id, text, at }) => ({ id, text, at })),
    team: {
      id: team.id,
      name: team.name,
      people: team.people,
      code: team.code,
      received: team.received,
      votes: team.votes,
      paused: team.paused,
      ...(team.chairs && { chairs: team.chairs }),
      decisions: Object.fromEntries(
        Object.entries(team.decisions).map(([state, { option, reason }]) => [state, { option, reason }]),
      ),
      last: team.attempt?.events.length ?? 0,
      handedIn: team.handIn !== undefined,
    },
  } as const;
  return { ...view, tag: tagOf(view), now };
}

/** The room as the control page sees it. `seenAt` gives the wall time of the last request of a team's page. */
export function viewForControl(
  room: RoomState,
  around: {
    readonly now: number;
    readonly addresses: readonly string[];
    readonly atDoor: readonly TeamAtDoor[];
    readonly notKept?: ControlView['notKept'];
    seenAt(team: string): number | undefined;
  },
): ControlView {
  const { teams, seq, ...rest } = room;
  return {
    schema: 'room-control/1',
    tag: [seq, ...(around.notKept ? [around.notKept.why] : []), ...around.atDoor.map(({ id }) => id)].join('.'),
    seq,
    now: around.now,
    room: rest,
    teams: teams.map((team): ControlTeam => {
      const { tokenHash, attempt, handIn, ...shown } = team;
      const gate = gateOf(room, team);
      return {
        ...shown,
        seenAt: Math.max(team.heardAt, around.seenAt(team.id) ?? 0),
        ...(handIn && { handIn: withoutLog(handIn), content: contentOf(handIn) }),
        ...(gate !== undefined && { gate }),
        onPaper: tokenHash === '',
        last: attempt?.events.length ?? 0,
      };
    }),
    addresses: around.addresses,
    atDoor: around.atDoor,
    ...(around.notKept && { notKept: around.notKept }),
  };
}

/** A result as the control page needs it: the log of a file is as large as an attempt. */
function withoutLog(handIn: HandIn): ShownHandIn {
  if (handIn.by !== 'file') return handIn;
  const { log: _, before: __, ...shown } = handIn;
  return shown;
}
