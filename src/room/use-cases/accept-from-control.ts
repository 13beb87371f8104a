import type { AttemptHeader } from '#case/attempt/model/attempt-log.ts';
import type { AttemptTeam } from '#case/attempt-file/model/attempt-team.ts';
import { readAttemptFile } from '#case/attempt-file/model/schemas.ts';
import { MAX_INJECT } from '#case/language/model/workshop-limits.ts';
import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { isOfCase } from '#case/play/use-cases/case-session.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { hasActedIn } from '#room/model/deal-places.ts';
import type { ControlAction, ControlRefusal, FileFault } from '#room/model/protocol.ts';
import { attemptOf, isReleased, nextTeamId } from '#room/model/replay-room.ts';
import type { ResultLines } from '#room/model/result-line.ts';
import { MAX_TEAMS, type RoomAction } from '#room/model/room-events.ts';
import type { RoomState, TeamState } from '#room/model/room-state.ts';
import type { RoomCase } from './accept-from-team.ts';
import { isTeamSize, teamName, teamNamed } from './join.ts';
import { optionsAt, type VoteFault, voteFault } from './votes-fit.ts';

export type ControlAnswer =
  | { readonly ok: true; readonly action: RoomAction }
  | { readonly ok: false; readonly why: ControlRefusal; readonly detail?: unknown };

/** What is needed to check an action of the facilitator. */
export interface ControlCase extends RoomCase {
  readonly lines: ResultLines;
  /** Draws the code of a team. */
  readonly drawCode: () => string;
}

const refused = (why: ControlRefusal, detail?: unknown): ControlAnswer => ({
  ok: false,
  why,
  ...(detail !== undefined && { detail }),
});
const badFile = (fault: FileFault) => refused('bad-file', fault);
const accepted = (action: RoomAction): ControlAnswer => ({ ok: true, action });

/** Checks one action of the facilitator. A refused action changes nothing. */
export function acceptFromControl(
  around: ControlCase,
  room: RoomState,
  action: ControlAction,
  at: number,
): ControlAnswer {
  switch (action.type) {
    case 'part.released':
    case 'release.scheduled':
    case 'release.taken-back':
      return release(room, action, at);
    case 'timer.set':
      return action.until > at ? accepted(action) : refused('past-hour');
    case 'inject.sent':
      return inject(room, action);
    case 'places.dealt':
    case 'places.given':
      return sharePlaces(around, room, action);
    case 'team.joined':
      return joinOnPaper(around, room, action.name, action.people);
    case 'room.held':
    case 'room.let-go':
    case 'room.paused':
    case 'room.resumed':
    case 'timer.stopped':
    case 'door.closed':
    case 'door.opened':
      return accepted({ type: action.type });
    default: {
      const team = room.teams.find(({ id }) => id === action.team);
      return team ? aboutTeam(around, room, team, action) : refused('unknown-team');
    }
  }
}

function release(
  room: RoomState,
  action: Extract<ControlAction, { readonly part: string }>,
  at: number,
): ControlAnswer {
  if (!room.parts.some(({ id }) => id === action.part)) return refused('unknown-part');
  const open = isReleased(room, action.part);
  if (action.type === 'release.taken-back') {
    const isPlanned = room.parts.some(({ id, planned }) => id === action.part && planned !== undefined);
    if (!open) return isPlanned ? accepted(action) : refused('not-released');
    return room.teams.some((team) => isIn(room, team, action.part)) ? refused('part-in-use') : accepted(action);
  }
  if (open) return refused('already-released');
  if (action.type === 'part.released') return accepted({ ...action, by: 'facilitator' });
  return action.opensAt > at ? accepted(action) : refused('past-hour');
}

/** Places can be shared out until the part of the exercise is released. */
function sharePlaces(
  { drawCode }: ControlCase,
  room: RoomState,
  action: Extract<ControlAction, { type: 'places.dealt' | 'places.given' }>,
): ControlAnswer {
  const part = room.opened.parts.find(({ shared }) => shared?.some(({ state }) => state === action.state));
  const all = part?.shared?.find(({ state }) => state === action.state)?.places.map(({ id }) => id);
  if (!part || !all) return refused('unknown-state');
  if (isReleased(room, part.id)) return refused('already-released');
  if (action.type === 'places.dealt') {
    if (action.each > all.length) return refused('unknown-place');
    // A team code serves as the random seed.
    const lot = drawCode();
    const drawn = new Map(all.map((id) => [id, sha256Hex(`${lot} ${id}`)]));
    const order = all.toSorted((a, b) => compareCodes(drawn.get(a) ?? '', drawn.get(b) ?? ''));
    return accepted({ ...action, order });
  }
  const { state, team, places } = action;
  if (!room.teams.some(({ id }) => id === team)) return refused('unknown-team');
  if (!places.every((id) => all.includes(id))) return refused('unknown-place');
  // In the order of the case, and each once.
  return accepted({ type: action.type, state, team, places: all.filter((id) => places.includes(id)) });
}

/** True if the team is in the part, or has acted in it. */
function isIn({ opened }: RoomState, team: TeamState, part: string): boolean {
  const states = opened.parts.find(({ id }) => id === part)?.states ?? [];
  return team.place?.part === part || hasActedIn(team, states);
}

function inject(room: RoomState, { text, to }: Extract<ControlAction, { type: 'inject.sent' }>): ControlAnswer {
  const said = text.normalize('NFC').trim();
  if (said === '' || said.length > MAX_INJECT) return refused('bad-text');
  if (to && !to.every((team) => room.teams.some(({ id }) => id === team))) return refused('unknown-team');
  return accepted({ type: 'inject.sent', inject: `i${room.seq + 1}`, text: said, ...(to && { to }) });
}

function joinOnPaper({ drawCode }: ControlCase, room: RoomState, written: string, people: number): ControlAnswer {
  const name = teamName(written);
  if (name === undefined) return refused('bad-name');
  if (teamNamed(room, name)) return refused('name-taken');
  if (!isTeamSize(people)) return refused('bad-size');
  if (room.teams.length >= MAX_TEAMS) return refused('room-full');
  return accepted({ type: 'team.joined', team: nextTeamId(room), name, people, tokenHash: '', code: drawCode() });
}

type AboutTeam = Exclude<Extract<ControlAction, { readonly team: string }>, { type: 'team.joined' | 'places.given' }>;

function aboutTeam(around: ControlCase, room: RoomState, team: TeamState, action: AboutTeam): ControlAnswer {
  switch (action.type) {
    case 'team.reset':
    case 'team.forgotten':
      return accepted({ type: action.type, team: team.id });
    case 'team.code-changed':
      return accepted({ type: action.type, team: team.id, code: around.drawCode() });
    case 'hand-in.withdrawn':
      return team.handIn ? accepted({ type: action.type, team: team.id }) : refused('no-result');
    case 'reason.ticked':
      return team.decisions[action.state] ? accepted(action) : refused('unknown-decision');
    case 'votes.counted': {
      const fault = voteFault(around.part, team, action.state, action.votes);
      return fault ? refused(fault) : accepted(action);
    }
    default:
      return team.handIn ? refused('doubled') : handIn(around, room, team, action);
  }
}

function handIn(
  { part, checker, kinds, lines }: ControlCase,
  { teams }: RoomState,
  team: TeamState,
  action: Extract<AboutTeam, { type: 'line.typed' | 'attempt.given' | 'paper.counted' }>,
): ControlAnswer {
  if (action.type === 'paper.counted') {
    for (const { state, option } of action.choices) {
      const options = optionsAt(part, state);
      if (!options) return refused('unknown-state', state);
      if (!options.includes(option)) return refused('unknown-option', option);
    }
    return accepted({ type: 'team.handed-in', by: 'paper', team: team.id, choices: action.choices });
  }
  if (action.type === 'line.typed') {
    const read = lines.read(action.line);
    if (!read.ok) {
      const { ok: _, ...fault } = read;
      return refused('bad-line', fault);
    }
    // Two teams can make the same choices; if they also judge every ad alike, the line was typed twice.
    const isJudged = Object.values(read.told.bands).some(({ size }) => size > 0);
    const twin = teams.find(({ handIn: other }) => other?.by === 'line' && other.line === read.line);
    if (twin && isJudged) return refused('same-result', twin.id);
    return accepted({ type: 'team.handed-in', by: 'line', team: team.id, line: read.line });
  }
  return byFile({ part, checker, kinds }, teams, team, action.text);
}

/** Checks the file of a team. The refusal of an unreadable file names its case and version, if it has them. */
function byFile(
  { part, checker, kinds }: RoomCase,
  teams: readonly TeamState[],
  team: TeamState,
  text: string,
): ControlAnswer {
  const read = readAttemptFile(text, kinds);
  const header = read.ok ? read.file.log.header : headerLeft(read.left?.header);
  const foreign = header && foreignTo(part, header);
  if (foreign) return badFile(foreign);
  if (!read.ok) return badFile(read.fault);
  const { log, team: said } = read.file;
  const checked = checker.extend(undefined, log.header, log.events);
  if (!checked.ok) return badFile(checked.fault);
  const { id } = log.header;
  const twin = teams.find(
    (other) => other.id !== team.id && (attemptOf(other)?.header.id === id || other.attempt?.header.id === id),
  );
  if (twin) return refused('same-result', twin.id);
  const fault = said && saidFault(part, team, said);
  if (fault) return badFile(fault);
  const whole = { type: 'team.handed-in', by: 'file', team: team.id, log: checked.value.log } as const;
  return accepted({ ...whole, ...(said && { said }) });
}

type Named = Pick<AttemptHeader, 'scenario' | 'scenarioHash' | 'marketId' | 'generatorVersion'>;

/** What is left of the header of a damaged file, if it names a case. */
const headerLeft = (header: unknown): Named | undefined =>
  typeof header === 'object' && header !== null && typeof (header as Partial<Named>).scenario === 'string'
    ? (header as Named)
    : undefined;

/** Whether an attempt is of another case, or of another version of this one. */
function foreignTo(part: PublicPart, header: Named): 'other-case' | 'other-version' | undefined {
  if (header.scenario !== part.scenario.id) return 'other-case';
  return isOfCase(header, part) ? undefined : 'other-version';
}

/** What is wrong with the votes and reasons of a file: each has to be of this case, and of a team of that size. */
function saidFault(part: PublicPart, team: TeamState, { votes, reasons }: AttemptTeam): VoteFault | undefined {
  for (const [state, count] of Object.entries(votes)) {
    const fault = voteFault(part, team, state, count);
    if (fault) return fault;
  }
  return Object.keys(reasons).every((state) => optionsAt(part, state)) ? undefined : 'unknown-state';
}
