import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import { replayAttempt } from '#core/attempt/replay-attempt.ts';
import { ACTS, type Act } from '#core/exercise/acts.ts';
import { BANDS } from '#core/indicators/bands.ts';
import { sha256Bytes } from '#core/kernel/sha256.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import type { Market } from '#core/market/market.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Role } from '#core/scenario/role.ts';
import { createStory } from '#core/scenario/story.ts';
import { GROUP_DATA, groupsOf, LINE_SIGNS, MAX_GROUPS, readGroups, typedGroups } from './line-groups.ts';
import { createDigitReader, type Digit, type DigitReader, numberOf, roomOf } from './mixed-digits.ts';
import { actsInOrder } from './told-by-log.ts';
import { pathDigits, readPath, scenesLeft } from './told-path.ts';
import type { LineCase, ToldResult } from './told-result.ts';

/**
 * Why a line is refused: a line of no sign; one of another length; groups that were heard wrongly, by their places from
 * 1; a line of another case, or of another version of this one; one that is whole and still tells nothing possible.
 */
export type LineFault =
  | { readonly fault: 'empty' | 'length' | 'other-case' | 'other-version' | 'damaged' }
  | { readonly fault: 'groups'; readonly groups: readonly number[] };

export type ReadLine =
  | {
      readonly ok: true;
      readonly told: ToldResult;
      /** The line as it is written: groups of capital signs, parted by spaces. */
      readonly line: string;
    }
  | ({ readonly ok: false } & LineFault);

/** Signs that name the case, and those that name its version: together the first group. */
const CASE_SIGNS = 2;
const VERSION_SIGNS = 2;
/** Signs over the whole line: an error that the groups do not find is missed once in 32,768 times. */
const WHOLE_SIGNS = 3;
const FIXED_SIGNS = CASE_SIGNS + VERSION_SIGNS + WHOLE_SIGNS;

/** Most scenes that the line of an attempt without an end can tell. */
const MAX_OPEN_STEPS = 256;

/** Rows of different acts in any order, of any length: 65 for four acts. */
const ORDERS: readonly (readonly Act[])[] = (() => {
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
   * The line of an attempt: groups of five signs, parted by spaces. Undefined where the attempt does not fit in sixty
   * signs: nothing is ever cut off.
   */
  write(log: AttemptLog): string | undefined;
  /** What a line tells, as typed or heard. */
  read(line: string): ReadLine;
}

export function createResultLines({ scenario, market }: LineCase): ResultLines {
  const story = createStory(scenario);
  const roles = scenario.roles ?? [];
  const judged = judgedExercises(scenario, market);
  const caseName = signsOfHash(scenario.id, CASE_SIGNS);
  const version = `${scenario.hash} ${market.marketId} ${market.generatorVersion}`;
  const versionName = signsOfHash(version, VERSION_SIGNS);
  const wholeOf = (payload: readonly number[]) =>
    signsOfHash(`${scenario.id} ${version} ${payload.join(' ')}`, WHOLE_SIGNS);

  function write(log: AttemptLog): string | undefined {
    const digits = digitsOf(log);
    if (!digits) return undefined;
    const signs = signsFor(roomOf(digits));
    const whole = Math.ceil((signs + FIXED_SIGNS) / GROUP_DATA) * GROUP_DATA;
    if (whole / GROUP_DATA > MAX_GROUPS) return undefined;
    const payload = signsOfNumber(numberOf(digits), whole - FIXED_SIGNS);
    return groupsOf([...caseName, ...versionName, ...payload, ...wholeOf(payload)]).join(' ');
  }

  function digitsOf(log: AttemptLog): Digit[] | undefined {
    const attempt = replayAttempt(scenario, market, log);
    const path = pathDigits(story, log.header.role, log.events);
    const left = scenesLeft(log.events).length;
    if (!path || (!attempt.ended && left >= MAX_OPEN_STEPS)) return undefined;
    const done = actsInOrder(scenario, attempt);
    const order = ORDERS.findIndex((acts) => acts.length === done.length && acts.every((act, at) => act === done[at]));
    const bands = judged.flatMap(({ state, kind, ads }) => {
      const given = KIND_PLAYS.of(kind)?.bandsIn?.(attempt.responses[state] ?? KIND_PLAYS.of(kind)?.empty);
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
      { value: order, base: ORDERS.length },
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
    if (!named(0, caseName)) return { ok: false, fault: 'other-case' };
    if (!named(CASE_SIGNS, versionName)) return { ok: false, fault: 'other-version' };
    const payload = values.slice(CASE_SIGNS + VERSION_SIGNS, values.length - WHOLE_SIGNS);
    if (!named(values.length - WHOLE_SIGNS, wholeOf(payload))) return { ok: false, fault: 'damaged' };
    const digits = createDigitReader(numberOf(payload.map((value) => ({ value, base: LINE_SIGNS.length }))));
    const told = toldBy(digits);
    const signs = Math.ceil((signsFor(digits.room()) + FIXED_SIGNS) / GROUP_DATA) * GROUP_DATA;
    const isWhole = told && digits.rest() === 0n && signs === values.length;
    return isWhole ? { ok: true, told, line: groups.join(' ') } : { ok: false, fault: 'damaged' };
  }

  function toldBy({ next }: DigitReader): ToldResult | undefined {
    const ended = next(2) === 1;
    const steps = ended ? undefined : next(MAX_OPEN_STEPS);
    const usual = roles[0];
    const role = roles.length > 0 ? roles[next(roles.length)] : undefined;
    const order = ORDERS[next(ORDERS.length)] as readonly Act[];
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
function judgedExercises(scenario: CompiledScenario, market: Market) {
  const ads = market.ads.filter(({ withheld }) => !withheld).map(({ id }) => id);
  return Object.entries(scenario.states).flatMap(([state, { type, ...rest }]) => {
    const kind = type === 'exercise' && 'kind' in rest ? rest.kind : undefined;
    return kind !== undefined && KIND_PLAYS.of(kind)?.bandsIn ? [{ state, kind, ads }] : [];
  });
}

/** The number of signs that hold every number below `room`. */
function signsFor(room: bigint): number {
  let signs = 0;
  for (let held = 1n; held < room; held *= BigInt(LINE_SIGNS.length)) signs++;
  return signs;
}

function signsOfNumber(number: bigint, count: number): number[] {
  const digits = createDigitReader(number);
  return Array.from({ length: count }, () => digits.next(LINE_SIGNS.length));
}

const signsOfHash = (text: string, count: number): number[] =>
  [...sha256Bytes(text).slice(0, count)].map((byte) => byte % LINE_SIGNS.length);
