import type { AttemptEvent, AttemptHeader, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { dealtAnew, withPlaces } from './deal-places.ts';
import type { RoomEvent, RoomOpened } from './room-events.ts';
import type { HandIn, PartState, RoomState, TeamState } from './room-state.ts';

/** Stored instead of the hash of a token after the code was changed: no token has this hash. */
const LEFT_OUT = 'none';

/** Thrown if the first event of a log is not the opening of a room, or a later one is. */
export class NoRoomError extends Error {
  override name = 'NoRoomError';
}

/** Replays a log; undefined for an empty one. */
export function replayRoom(events: readonly RoomEvent[]): RoomState | undefined {
  return events.reduce<RoomState | undefined>(advanceRoom, undefined);
}

/** The state after one more event. An event about an unknown team changes only `seq`. */
export function advanceRoom(before: RoomState | undefined, event: RoomEvent): RoomState {
  if (event.type === 'room.opened') {
    if (before) throw new NoRoomError(`Event ${event.seq} opens the room a second time.`);
    return openRoom(event);
  }
  if (!before) throw new NoRoomError(`Event ${event.seq} comes before the room is opened.`);
  return { ...before, ...changesOf(before, event), seq: event.seq };
}

function openRoom({ seq, at, ...opened }: RoomOpened & { seq: number; at: number }): RoomState {
  return {
    seq,
    opened,
    openedAt: at,
    parts: opened.parts.map(({ id }) => ({ id })),
    held: false,
    doorClosed: false,
    injects: [],
    teams: [],
  };
}

function changesOf(room: RoomState, event: Exclude<RoomEvent, { type: 'room.opened' }>): Partial<RoomState> {
  const { at } = event;
  switch (event.type) {
    case 'team.joined':
      return withPlaces(room, newTeam(event));
    case 'places.dealt':
      return dealtAnew(room, event);
    case 'part.released':
      return { parts: partsWith(room, event.part, () => ({ id: event.part, released: { by: event.by, at } })) };
    case 'release.scheduled':
      return {
        parts: partsWith(room, event.part, (part) => ({ ...part, planned: { opensAt: event.opensAt, setAt: at } })),
      };
    case 'release.taken-back':
      return { parts: partsWith(room, event.part, ({ id }) => ({ id })) };
    case 'room.held':
      return { held: true };
    case 'room.let-go':
      return { held: false };
    case 'door.closed':
      return { doorClosed: true };
    case 'door.opened':
      return { doorClosed: false };
    case 'room.paused':
      return room.pausedSince === undefined ? { pausedSince: at } : {};
    case 'room.resumed':
      return resumed(room, at);
    case 'inject.sent':
      return {
        injects: [...room.injects, { id: event.inject, text: event.text, at, ...(event.to && { to: event.to }) }],
      };
    case 'timer.set':
      return { timer: { until: event.until, setAt: at } };
    case 'timer.stopped':
      return { timer: undefined } as unknown as Partial<RoomState>;
    case 'team.forgotten':
      return {
        teams: room.teams.filter(({ id }) => id !== event.team),
        injects: room.injects.filter(({ to }) => to?.length !== 1 || to[0] !== event.team),
      };
    default:
      return { teams: room.teams.map((team) => (team.id === event.team ? teamAfter(team, event) : team)) };
  }
}

const partsWith = ({ parts }: RoomState, id: string, change: (part: PartState) => PartState): readonly PartState[] =>
  parts.map((part) => (part.id === id ? change(part) : part));

/** Ends the pause: the hour that teams see and the hours of parts move by its duration. */
function resumed({ pausedSince, timer, parts }: RoomState, at: number): Partial<RoomState> {
  if (pausedSince === undefined) return {};
  const stoodStill = (setAt: number) => Math.max(0, at - Math.max(pausedSince, setAt));
  const changes = {
    pausedSince: undefined,
    ...(timer && { timer: { ...timer, until: timer.until + stoodStill(timer.setAt) } }),
    parts: parts.map(({ planned, ...part }) => ({
      ...part,
      ...(planned && { planned: { ...planned, opensAt: planned.opensAt + stoodStill(planned.setAt) } }),
    })),
  };
  return changes as unknown as Partial<RoomState>;
}

function newTeam({ team, name, people, tokenHash, code, at }: Extract<RoomEvent, { type: 'team.joined' }>): TeamState {
  return {
    id: team,
    name,
    people,
    tokenHash,
    code,
    joinedAt: at,
    rejoined: 0,
    received: 0,
    heardAt: at,
    paused: false,
    votes: {},
    decisions: {},
  };
}

type TeamEvent = Extract<RoomEvent, { readonly team: string }>;

function teamAfter(
  before: TeamState,
  event: Exclude<TeamEvent, { type: 'team.joined' | 'team.forgotten' }>,
): TeamState {
  const sent = 'n' in event && event.n !== undefined;
  const team: TeamState = sent
    ? { ...before, received: Math.max(before.received, event.n as number), heardAt: event.at }
    : before;
  switch (event.type) {
    case 'team.rejoined':
      return {
        ...team,
        tokenHash: event.tokenHash,
        rejoined: team.rejoined + 1,
        rejoinedAt: event.at,
        paused: false,
        heardAt: event.at,
      };
    case 'team.code-changed':
      return { ...team, code: event.code, tokenHash: team.tokenHash === '' ? '' : LEFT_OUT };
    case 'team.progressed':
      return { ...team, place: { state: event.state, part: event.part, last: event.last } };
    case 'votes.counted':
      return { ...team, votes: { ...team.votes, [event.state]: event.votes } };
    case 'team.decided': {
      const { option, reason, at } = event;
      return { ...team, decisions: { ...team.decisions, [event.state]: { option, reason, at, shown: false } } };
    }
    case 'chairs.given':
      return { ...team, chairs: event.chairs };
    case 'places.given':
      return { ...team, places: { ...team.places, [event.state]: event.places } };
    case 'attempt.extended': {
      const attempt = extended(team.attempt, event.header, event.events);
      return attempt ? { ...team, attempt } : team;
    }
    case 'team.handed-in':
      return { ...team, ...(event.by === 'file' && saidInFile(team, event)), handIn: handInOf(event, team) };
    case 'hand-in.withdrawn': {
      const { handIn, ...rest } = team;
      return handIn?.by === 'file' ? { ...rest, ...handIn.before } : rest;
    }
    case 'reason.ticked': {
      const decision = team.decisions[event.state];
      if (!decision) return team;
      return { ...team, decisions: { ...team.decisions, [event.state]: { ...decision, shown: event.shown } } };
    }
    case 'team.paused':
      return { ...team, paused: true };
    case 'team.resumed':
      return { ...team, paused: false };
    case 'team.reset': {
      const { place: _, attempt: __, handIn: ___, ...rest } = team;
      return { ...rest, votes: {}, decisions: {}, paused: false };
    }
  }
}

type HandedIn = Extract<RoomEvent, { type: 'team.handed-in' }>;

/** Votes and decisions with those of the file, which is more complete than what was sent before a network failed. */
function saidInFile(
  { votes, decisions }: TeamState,
  { said, at }: Extract<HandedIn, { by: 'file' }>,
): Pick<TeamState, 'votes' | 'decisions'> {
  const fresh = Object.entries(said?.reasons ?? {}).map(([state, { option, reason }]) => {
    const known = decisions[state];
    const isSame = known?.option === option && known.reason === reason;
    return [state, isSame ? known : { option, reason, at, shown: false }] as const;
  });
  return { votes: { ...votes, ...said?.votes }, decisions: { ...decisions, ...Object.fromEntries(fresh) } };
}

function handInOf(event: HandedIn, { votes, decisions }: TeamState): HandIn {
  const { at } = event;
  if (event.by === 'line') return { at, by: 'line', line: event.line };
  if (event.by === 'file')
    return { at, by: 'file', log: event.log, hasReasons: event.said !== undefined, before: { votes, decisions } };
  if (event.by === 'paper') return { at, by: 'paper', choices: event.choices };
  return { at, by: 'lan' };
}

/** The attempt with the events that follow its own. Known events are skipped; after a gap nothing changes. */
function extended(
  before: AttemptLog | undefined,
  header: AttemptHeader | undefined,
  more: readonly AttemptEvent[],
): AttemptLog | undefined {
  const begun = before ?? (header && { header, events: [] });
  if (!begun || (header && header.id !== begun.header.id)) return before;
  const fresh = more.filter(({ seq }) => seq > begun.events.length);
  const follows = fresh.every(({ seq }, at) => seq === begun.events.length + at + 1);
  return follows ? { header: begun.header, events: [...begun.events, ...fresh] } : before;
}

/** The attempt by which a team is scored; undefined without a result, or if the result has none. */
export function attemptOf({ handIn, attempt }: TeamState): AttemptLog | undefined {
  if (handIn?.by === 'file') return handIn.log;
  return handIn?.by === 'lan' ? attempt : undefined;
}

/** True if the part is released. */
export function isReleased({ parts }: Pick<RoomState, 'parts'>, part: string): boolean {
  return parts.some(({ id, released }) => id === part && released !== undefined);
}

/** Parts whose hour has come, which the clock has to release. */
export function partsDue({ parts, pausedSince }: RoomState, now: number): readonly string[] {
  if (pausedSince !== undefined) return [];
  return parts.flatMap(({ id, released, planned }) => (!released && planned && planned.opensAt <= now ? [id] : []));
}

/** Id of the team that joins with the next event. It is never used again, even if the team is forgotten. */
export const nextTeamId = ({ seq }: Pick<RoomState, 'seq'>): string => `t${seq + 1}`;

/** The gate at which a team waits: the unreleased part that it has reached. */
export function gateOf(room: RoomState, { place }: TeamState): string | undefined {
  return place && !isReleased(room, place.part) ? place.part : undefined;
}
