import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { PlayableCase } from '#case/attempt/model/case-material.ts';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { canTell } from '#case/attempt/model/told-by-kinds.ts';
import { ACTS, type Act } from '#case/exercise/model/acts.ts';
import type { Role } from '#case/language/model/role.ts';
import { createStory } from '#case/language/model/story.ts';
import { sha256Bytes } from '#kernel/model/sha256.ts';
import { BANDS } from '#market/signs/model/bands.ts';
import { GROUP_DATA, groupsOf, LINE_CHARACTERS, MAX_GROUPS, readGroups, typedGroups } from './line-groups.ts';
import { createDigitReader, type Digit, type DigitReader, numberOf, roomOf } from './mixed-digits.ts';
import { actsInOrder } from './told-by-log.ts';
import { pathDigits, readPath, scenesLeft } from './told-path.ts';
import type { ToldResult } from './told-result.ts';

/**
 * Why a line is refused. `groups` are the places, from 1, of groups whose check fails. `damaged`: the checksum fails,
 * or it is valid and the content impossible.
 */
export type LineFault =
  | { readonly fault: 'empty' | 'length' | 'other-case' | 'other-version' | 'damaged' }
  | { readonly fault: 'groups'; readonly groups: readonly number[] };

export type ReadLine =
  | {
      readonly ok: true;
      readonly told: ToldResult;
      /** The line in its normal form: groups of capital characters, separated by spaces. */
      readonly line: string;
    }
  | ({ readonly ok: false } & LineFault);

/** Characters that identify the case, and its version: together the first group. */
const CASE_CHARACTERS = 2;
const VERSION_CHARACTERS = 2;
/** Checksum of the whole line: it misses one of 32,768 errors that the checks of the groups do not find. */
const CHECKSUM_CHARACTERS = 3;
const FIXED_CHARACTERS = CASE_CHARACTERS + VERSION_CHARACTERS + CHECKSUM_CHARACTERS;

/** Maximum scenes in the line of an attempt that has not ended. */
const MAX_OPEN_STEPS = 256;

/** All ordered subsets of the acts: 65 for four acts. */
const ACT_SEQUENCES: readonly (readonly Act[])[] = (() => {
  const longer = (order: readonly Act[]): (readonly Act[])[] => [
    order,
    ...ACTS.filter((act) => !order.includes(act)).flatMap((act) => longer([...order, act])),
  ];
  return longer([]);
})();

/** Bands and, in front of them, "not judged". */
const ANSWERS = BANDS.length + 1;

/** Writes and reads the result lines of one case. */
export interface ResultLines {
  /**
   * The line of an attempt: groups of five characters, separated by spaces. Undefined if the attempt does not fit in
   * sixty characters: nothing is cut off.
   */
  write(log: AttemptLog): string | undefined;
  /** Decodes a line, as typed or heard. */
  read(line: string): ReadLine;
}

/** From the public half of a case its result lines are encoded and decoded. */
export function createResultLines(material: PlayableCase): ResultLines {
  const { scenario, market } = material;
  const { plays, tells } = material.kinds;
  const story = createStory(scenario);
  const roles = scenario.roles ?? [];
  const judged = judgedExercises(material);
  const caseCode = charactersOfHash(scenario.id, CASE_CHARACTERS);
  const version = `${scenario.hash} ${market.marketId} ${market.generatorVersion}`;
  const versionCode = charactersOfHash(version, VERSION_CHARACTERS);
  const checksumOf = (payload: readonly number[]) =>
    charactersOfHash(`${scenario.id} ${version} ${payload.join(' ')}`, CHECKSUM_CHARACTERS);

  function write(log: AttemptLog): string | undefined {
    const digits = digitsOf(log);
    if (!digits) return undefined;
    const characters = charactersFor(roomOf(digits));
    const length = Math.ceil((characters + FIXED_CHARACTERS) / GROUP_DATA) * GROUP_DATA;
    if (length / GROUP_DATA > MAX_GROUPS) return undefined;
    const payload = charactersOfNumber(numberOf(digits), length - FIXED_CHARACTERS);
    return groupsOf([...caseCode, ...versionCode, ...payload, ...checksumOf(payload)]).join(' ');
  }

  function digitsOf(log: AttemptLog): Digit[] | undefined {
    const attempt = replayAttempt(material, log);
    const path = pathDigits(story, log.header.role, log.events);
    const left = scenesLeft(log.events).length;
    if (!path || (!attempt.ended && left >= MAX_OPEN_STEPS)) return undefined;
    const done = actsInOrder(material, attempt);
    const order = ACT_SEQUENCES.findIndex(
      (acts) => acts.length === done.length && acts.every((act, at) => act === done[at]),
    );
    const bands = judged.flatMap(({ state, kind, ads }) => {
      const given = tells.need(kind).tell(attempt.responses[state] ?? plays.need(kind).empty).bands;
      return ads.map((ad): Digit => {
        const band = given?.get(ad);
        return { value: band === undefined ? 0 : BANDS.indexOf(band) + 1, base: ANSWERS };
      });
    });
    return [
      { value: attempt.ended ? 1 : 0, base: 2 },
      ...(attempt.ended ? [] : [{ value: left, base: MAX_OPEN_STEPS }]),
      ...(roles.length > 0
        ? [{ value: roles.indexOf(log.header.role ?? (roles[0] as Role)), base: roles.length }]
        : []),
      { value: order, base: ACT_SEQUENCES.length },
      ...bands,
      ...path,
    ];
  }

  function read(line: string): ReadLine {
    const groups = typedGroups(line);
    if (groups.length === 0) return { ok: false, fault: 'empty' };
    const { values, wrong } = readGroups(groups);
    if (wrong.length > 0) return { ok: false, fault: 'groups', groups: wrong };
    if (groups.length < 2 || groups.length > MAX_GROUPS) return { ok: false, fault: 'length' };
    const named = (from: number, name: readonly number[]) => name.every((value, at) => value === values[from + at]);
    if (!named(0, caseCode)) return { ok: false, fault: 'other-case' };
    if (!named(CASE_CHARACTERS, versionCode)) return { ok: false, fault: 'other-version' };
    const payload = values.slice(CASE_CHARACTERS + VERSION_CHARACTERS, values.length - CHECKSUM_CHARACTERS);
    if (!named(values.length - CHECKSUM_CHARACTERS, checksumOf(payload))) return { ok: false, fault: 'damaged' };
    const digits = createDigitReader(numberOf(payload.map((value) => ({ value, base: LINE_CHARACTERS.length }))));
    const told = decode(digits);
    const characters = Math.ceil((charactersFor(digits.room()) + FIXED_CHARACTERS) / GROUP_DATA) * GROUP_DATA;
    const isValid = told && digits.rest() === 0n && characters === values.length;
    return isValid ? { ok: true, told, line: groups.join(' ') } : { ok: false, fault: 'damaged' };
  }

  function decode({ next }: DigitReader): ToldResult | undefined {
    const ended = next(2) === 1;
    const steps = ended ? undefined : next(MAX_OPEN_STEPS);
    const usual = roles[0];
    const role = roles.length > 0 ? roles[next(roles.length)] : undefined;
    const order = ACT_SEQUENCES[next(ACT_SEQUENCES.length)] as readonly Act[];
    const bands = Object.fromEntries(
      judged.map(({ state, ads }) => {
        const given = ads.flatMap((ad) => {
          const band = BANDS[next(ANSWERS) - 1];
          return band === undefined ? [] : [[ad, band] as const];
        });
        return [state, new Map(given)] as const;
      }),
    );
    const path = readPath(story, role, steps, next);
    return path && { ...path, ...(role !== undefined && role !== usual && { role }), bands, order };
  }

  return { write, read };
}

/** Exercises whose responses give bands, with the ads that can be judged, in the order of the market. */
function judgedExercises({ scenario, market, kinds }: PlayableCase) {
  const ads = market.ads.filter(({ withheld }) => !withheld).map(({ id }) => id);
  return Object.entries(scenario.states).flatMap(([state, { type, ...rest }]) => {
    const kind = type === 'exercise' && 'kind' in rest ? rest.kind : undefined;
    return kind !== undefined && canTell(kinds, kind, 'bands') ? [{ state, kind, ads }] : [];
  });
}

/** The number of characters that can encode every number below `room`. */
function charactersFor(room: bigint): number {
  let characters = 0;
  for (let held = 1n; held < room; held *= BigInt(LINE_CHARACTERS.length)) characters++;
  return characters;
}

function charactersOfNumber(number: bigint, count: number): number[] {
  const digits = createDigitReader(number);
  return Array.from({ length: count }, () => digits.next(LINE_CHARACTERS.length));
}

const charactersOfHash = (text: string, count: number): number[] =>
  [...sha256Bytes(text).slice(0, count)].map((byte) => byte % LINE_CHARACTERS.length);
