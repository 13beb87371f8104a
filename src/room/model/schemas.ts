import * as z from 'zod/mini';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import { AttemptTeamSchema } from '#case/attempt-file/model/schemas.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { ROLES } from '#case/language/model/role.ts';
import { MAX_INJECT } from '#case/language/model/workshop-limits.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import type { ControlAction, JoinRequest, TeamMessages } from './protocol.ts';
import { MAX_NAME, MAX_REASON, ROOM_SCHEMA, type RoomEvent, TEAM_SIZE } from './room-events.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const line = (most: number) => z.string().check(z.maxLength(most), z.regex(/^[^\p{Cc}\u2028\u2029]*$/u));
const count = z.int().check(z.nonnegative(), z.maximum(1_000));
const wall = z.int().check(z.nonnegative());
const people = z.int().check(z.minimum(TEAM_SIZE.least), z.maximum(TEAM_SIZE.most));
const teamName = line(MAX_NAME).check(z.minLength(1));
const votes = z.strictObject({ options: z.record(name, count), keptDown: count });
const choices = z.array(z.strictObject({ state: name, option: name })).check(z.maxLength(200));
const state = name;
const team = name;
const code = z.string().check(z.minLength(1), z.maxLength(20));
const number = z.int().check(z.positive());

/** Events of an attempt; their own schema is applied to the whole log. */
const attemptEvents = z.array(z.looseObject({ seq: number })).check(z.maxLength(50_000));
const header = z.optional(z.looseObject({ schema: z.literal('attempt/1'), id: name }));

const progressed = { type: z.literal('team.progressed'), state, last: z.int().check(z.nonnegative()) };
const counted = { type: z.literal('votes.counted'), state, votes };
const decided = { type: z.literal('team.decided'), state, option: name, reason: line(MAX_REASON) };
const person = z.int().check(z.minimum(1), z.maximum(TEAM_SIZE.most));
const chairs = z.partialRecord(z.enum(ROLES), z.array(person).check(z.maxLength(TEAM_SIZE.most)));
const fromChairs = { type: z.literal('chairs.given'), chairs };
const extended = { type: z.literal('attempt.extended'), header, events: attemptEvents };
const fromTeam = { team, n: z.optional(number) };
const place = { seq: number, at: wall };

const switches = z.literal([
  'room.held',
  'room.let-go',
  'room.paused',
  'room.resumed',
  'timer.stopped',
  'door.closed',
  'door.opened',
]);

const places = z.array(name).check(z.minLength(1), z.maxLength(50));
const given = { type: z.literal('places.given'), state, team, places };
const dealt = { type: z.literal('places.dealt'), state, each: number };

const part = z.strictObject({
  id: name,
  title: z.string(),
  states: z.array(name),
  decisions: z.array(name),
  keyParts: z.array(name),
  shared: z.optional(
    z.array(z.strictObject({ state: name, places: z.array(z.strictObject({ id: name, name: z.string() })) })),
  ),
});

const text = z.string().check(z.minLength(1), z.maxLength(MAX_INJECT));

/** One entry of the log of a room. */
const RoomEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('room.opened'),
    schema: z.literal(ROOM_SCHEMA),
    room: name,
    word: name,
    scenario: name,
    scenarioHash: name,
    marketId: name,
    generatorVersion: number,
    minutes: number,
    locale: name,
    parts: z.array(part),
    ...place,
  }),
  z.strictObject({
    type: z.literal('team.joined'),
    team,
    name: teamName,
    people,
    tokenHash: z.string(),
    code,
    ...place,
  }),
  z.strictObject({ type: z.literal('team.rejoined'), team, tokenHash: z.string(), ...place }),
  z.strictObject({ type: z.literal('team.code-changed'), team, code, ...place }),
  z.strictObject({ ...progressed, part: name, ...fromTeam, ...place }),
  z.strictObject({ ...counted, ...fromTeam, ...place }),
  z.strictObject({ ...decided, ...fromTeam, ...place }),
  z.strictObject({ ...fromChairs, ...fromTeam, ...place }),
  z.strictObject({ ...extended, ...fromTeam, ...place }),
  z.discriminatedUnion('by', [
    z.strictObject({ type: z.literal('team.handed-in'), by: z.literal('lan'), ...fromTeam, ...place }),
    z.strictObject({ type: z.literal('team.handed-in'), by: z.literal('line'), team, line: line(200), ...place }),
    z.strictObject({
      type: z.literal('team.handed-in'),
      by: z.literal('file'),
      team,
      log: z.unknown(),
      said: z.optional(AttemptTeamSchema),
      ...place,
    }),
    z.strictObject({ type: z.literal('team.handed-in'), by: z.literal('paper'), team, choices, ...place }),
  ]),
  z.strictObject({ type: z.literal('hand-in.withdrawn'), team, ...place }),
  z.strictObject({
    type: z.literal('part.released'),
    part: name,
    by: z.literal(['facilitator', 'clock', 'freely']),
    ...place,
  }),
  z.strictObject({ type: z.literal('release.scheduled'), part: name, opensAt: wall, ...place }),
  z.strictObject({ type: z.literal('release.taken-back'), part: name, ...place }),
  z.strictObject({ ...dealt, order: places, ...place }),
  z.strictObject({ ...given, ...place }),
  z.strictObject({
    type: switches,
    ...place,
  }),
  z.strictObject({
    type: z.literal('inject.sent'),
    inject: name,
    text,
    to: z.optional(z.array(team)),
    ...place,
  }),
  z.strictObject({ type: z.literal('timer.set'), until: wall, ...place }),
  z.strictObject({ type: z.literal('reason.ticked'), team, state, shown: z.boolean(), ...place }),
  z.strictObject({ type: z.literal(['team.paused', 'team.resumed']), ...fromTeam, ...place }),
  z.strictObject({ type: z.literal(['team.reset', 'team.forgotten']), team, ...place }),
]);

const JoinSchema = z.strictObject({
  word: line(60),
  name: z.string().check(z.maxLength(200)),
  people: z.number(),
  code: z.optional(z.string().check(z.maxLength(60))),
});

const n = { n: number };

const TeamMessagesSchema = z.strictObject({
  messages: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ ...progressed, ...n }),
        z.strictObject({ ...counted, ...n }),
        z.strictObject({ ...decided, ...n }),
        z.strictObject({ ...fromChairs, ...n }),
        z.strictObject({ ...extended, ...n }),
        z.strictObject({ type: z.literal(['team.handed-in', 'team.paused', 'team.resumed']), ...n }),
      ]),
    )
    .check(z.minLength(1), z.maxLength(500)),
});

const ControlSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(['part.released', 'release.taken-back']), part: name }),
  z.strictObject({ type: z.literal('release.scheduled'), part: name, opensAt: wall }),
  z.strictObject({
    type: switches,
  }),
  z.strictObject(dealt),
  z.strictObject(given),
  z.strictObject({ type: z.literal('timer.set'), until: wall }),
  z.strictObject({ type: z.literal('inject.sent'), text, to: z.optional(z.array(team)) }),
  z.strictObject({ type: z.literal('reason.ticked'), team, state, shown: z.boolean() }),
  z.strictObject({ type: z.literal(['team.reset', 'team.forgotten', 'hand-in.withdrawn', 'team.code-changed']), team }),
  z.strictObject({ type: z.literal('team.joined'), name: z.string().check(z.maxLength(200)), people: z.number() }),
  z.strictObject({ ...counted, team }),
  z.strictObject({ type: z.literal('line.typed'), team, line: line(200) }),
  z.strictObject({ type: z.literal('attempt.given'), team, text: z.string() }),
  z.strictObject({ type: z.literal('paper.counted'), team, choices }),
]);

/** A parsed value, or the reason for its refusal as a short text for a console. */
export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly said: string };

/** Reads one entry of the log of a room. */
export function parseRoomEvent(value: unknown, kinds: Pick<Kinds, 'reads'>): Read<RoomEvent> {
  const read = readWith<RoomEvent>(RoomEventSchema, value);
  if (!read.ok || read.value.type !== 'team.handed-in' || read.value.by !== 'file') return read;
  const parsed = parseAttemptLog(read.value.log, kinds);
  return parsed.ok ? read : { ok: false, said: `log: ${parsed.said}` };
}

/** Reads the request of a team to join. */
export const parseJoin = (value: unknown): Read<JoinRequest> => readWith(JoinSchema, value);

/** Reads messages of a team. Events of attempts are checked where they are added to the attempt. */
export const parseTeamMessages = (value: unknown): Read<TeamMessages> => readWith(TeamMessagesSchema, value);

/** Reads an action of the facilitator. */
export const parseControlAction = (value: unknown): Read<ControlAction> => readWith(ControlSchema, value);

/** Maximum faults that are said: a message can have as many as it has values. */
const MAX_SAID = 5;

function readWith<Value>(schema: Parameters<typeof parseShape>[0], value: unknown): Read<Value> {
  const parsed = parseShape(schema, value);
  if (parsed.success) return { ok: true, value: parsed.data as Value };
  const said = parsed.error.issues
    .slice(0, MAX_SAID)
    .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
    .join('; ');
  return { ok: false, said };
}
