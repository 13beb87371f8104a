import type { PublicPart } from '#app/case/case-parts.ts';
import { isOfCase } from '#app/case/case-session.ts';
import type { AttemptHeader } from '#core/attempt/attempt-log.ts';
import type { AttemptTeam } from '#core/attempt-file/attempt-team.ts';
import { readAttemptFile } from '#core/attempt-file/schemas.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { hasActedIn } from '#core/room/deal-places.ts';
import type { ControlDeed, ControlRefusal, FileFault } from '#core/room/protocol.ts';
import { attemptOf, isReleased, nextTeamId } from '#core/room/replay-room.ts';
import type { ResultLines } from '#core/room/result-line.ts';
import { MAX_INJECT, MAX_TEAMS, type RoomDeed } from '#core/room/room-events.ts';
import type { RoomState, TeamState } from '#core/room/room-state.ts';
import type { RoomCase } from './accept-from-team.ts';
import { isTeamSize, teamName, teamNamed } from './join.ts';
import { optionsAt, type VoteFault, voteFault } from './votes-fit.ts';

export type ControlAnswer =
  | { readonly ok: true; readonly deed: RoomDeed }
  | { readonly ok: false; readonly why: ControlRefusal; readonly detail?: unknown };

/** What the facilitator's deeds are judged by. */
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
const accepted = (deed: RoomDeed): ControlAnswer => ({ ok: true, deed });

/** Judges one deed of the facilitator. A refused deed changes nothing. */
export function acceptFromControl(around: ControlCase, room: RoomState, deed: ControlDeed, at: number): ControlAnswer {
  switch (deed.type) {
    case 'part.released':
    case 'release.scheduled':
    case 'release.taken-back':
      return release(room, deed, at);
    case 'timer.set':
      return deed.until > at ? accepted(deed) : refused('past-hour');
    case 'inject.sent':
      return inject(room, deed);
    case 'places.dealt':
    case 'places.given':
      return sharePlaces(around, room, deed);
    case 'team.joined':
      return joinOnPaper(around, room, deed.name, deed.people);
    case 'room.held':
    case 'room.let-go':
    case 'room.paused':
    case 'room.resumed':
    case 'timer.stopped':
      return accepted({ type: deed.type });
    default: {
      const team = room.teams.find(({ id }) => id === deed.team);
      return team ? aboutTeam(around, room, team, deed) : refused('unknown-team');
    }
  }
}

function release(room: RoomState, deed: Extract<ControlDeed, { readonly part: string }>, at: number): ControlAnswer {
  if (!room.parts.some(({ id }) => id === deed.part)) return refused('unknown-part');
  const open = isReleased(room, deed.part);
  if (deed.type === 'release.taken-back') {
    const isPlanned = room.parts.some(({ id, planned }) => id === deed.part && planned !== undefined);
    if (!open) return isPlanned ? accepted(deed) : refused('not-released');
    return room.teams.some((team) => isIn(room, team, deed.part)) ? refused('part-in-use') : accepted(deed);
  }
  if (open) return refused('already-released');
  if (deed.type === 'part.released') return accepted({ ...deed, by: 'facilitator' });
  return deed.opensAt > at ? accepted(deed) : refused('past-hour');
}

/** Places can be shared out until the part of the exercise is released. */
function sharePlaces(
  { drawCode }: ControlCase,
  room: RoomState,
  deed: Extract<ControlDeed, { type: 'places.dealt' | 'places.given' }>,
): ControlAnswer {
  const part = room.opened.parts.find(({ shared }) => shared?.some(({ state }) => state === deed.state));
  const all = part?.shared?.find(({ state }) => state === deed.state)?.places.map(({ id }) => id);
  if (!part || !all) return refused('unknown-state');
  if (isReleased(room, part.id)) return refused('already-released');
  if (deed.type === 'places.dealt') {
    if (deed.each > all.length) return refused('unknown-place');
    // The lot is drawn as a code of a team is.
    const lot = drawCode();
    const drawn = new Map(all.map((id) => [id, sha256Hex(`${lot} ${id}`)]));
    const order = all.toSorted((a, b) => ((drawn.get(a) ?? '') < (drawn.get(b) ?? '') ? -1 : 1));
    return accepted({ ...deed, order });
  }
  const { state, team, places } = deed;
  if (!room.teams.some(({ id }) => id === team)) return refused('unknown-team');
  if (!places.every((id) => all.includes(id))) return refused('unknown-place');
  // In the order of the case, and each once.
  return accepted({ type: deed.type, state, team, places: all.filter((id) => places.includes(id)) });
}

/** True if the team stands in the part, or has acted in it. */
function isIn({ opened }: RoomState, team: TeamState, part: string): boolean {
  const states = opened.parts.find(({ id }) => id === part)?.states ?? [];
  return team.place?.part === part || hasActedIn(team, states);
}

function inject(room: RoomState, { text, to }: Extract<ControlDeed, { type: 'inject.sent' }>): ControlAnswer {
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

type AboutTeam = Exclude<Extract<ControlDeed, { readonly team: string }>, { type: 'team.joined' | 'places.given' }>;

function aboutTeam(around: ControlCase, room: RoomState, team: TeamState, deed: AboutTeam): ControlAnswer {
  switch (deed.type) {
    case 'team.reset':
    case 'team.forgotten':
      return accepted({ type: deed.type, team: team.id });
    case 'team.code-changed':
      return accepted({ type: deed.type, team: team.id, code: around.drawCode() });
    case 'hand-in.withdrawn':
      return team.handIn ? accepted({ type: deed.type, team: team.id }) : refused('no-result');
    case 'reason.ticked':
      return team.decisions[deed.state] ? accepted(deed) : refused('unknown-decision');
    case 'votes.counted': {
      const fault = voteFault(around.part, team, deed.state, deed.votes);
      return fault ? refused(fault) : accepted(deed);
    }
    default:
      return team.handIn ? refused('doubled') : handIn(around, room, team, deed);
  }
}

function handIn(
  { part, checker, lines }: ControlCase,
  { teams }: RoomState,
  team: TeamState,
  deed: Extract<AboutTeam, { type: 'line.typed' | 'attempt.given' | 'paper.counted' }>,
): ControlAnswer {
  if (deed.type === 'paper.counted') {
    for (const { state, option } of deed.choices) {
      const options = optionsAt(part, state);
      if (!options) return refused('unknown-state', state);
      if (!options.includes(option)) return refused('unknown-option', option);
    }
    return accepted({ type: 'team.handed-in', by: 'paper', team: team.id, choices: deed.choices });
  }
  if (deed.type === 'line.typed') {
    const read = lines.read(deed.line);
    if (!read.ok) {
      const { ok: _, ...fault } = read;
      return refused('bad-line', fault);
    }
    // Two teams choose alike; that they judge every ad alike as well is a line that was typed twice.
    const isJudged = Object.values(read.told.bands).some(({ size }) => size > 0);
    const twin = teams.find(({ handIn: other }) => other?.by === 'line' && other.line === read.line);
    if (twin && isJudged) return refused('same-result', twin.id);
    return accepted({ type: 'team.handed-in', by: 'line', team: team.id, line: read.line });
  }
  return byFile({ part, checker }, teams, team, deed.text);
}

/** Judges the file of a team. A file that cannot be read is named by its case and version, where it says them. */
function byFile({ part, checker }: RoomCase, teams: readonly TeamState[], team: TeamState, text: string): ControlAnswer {
  const read = readAttemptFile(text);
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
