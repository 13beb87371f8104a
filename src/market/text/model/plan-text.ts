import { DOUBLE_MOVES, FIXED_MOVES, KINDS_OF_TEXT, TEXT_KINDS, type TextKind } from './kinds-of-text.ts';
import type { Clause, Language, MovePool } from './language.ts';
import { MOVES, type TextMove } from './moves.ts';
import type { Picks } from './picks.ts';
import type { TextOrder } from './text-order.ts';
import { isOfRegister, type Voice } from './voice.ts';

/** No bit: a clause that shows nothing and seems to show nothing. */
export const NOTHING = -1;

/** One clause of a plan. */
export interface Planned {
  readonly move: number;
  readonly clause: Clause;
  /** The bit whose words it has without showing it, or -1. */
  readonly look: number;
}

/** Look-alikes and neutral clauses, in their order. Valid until the next plan is made. */
export interface TextPlan {
  readonly clauses: readonly Planned[];
  /** True where the author says all of it briefly. */
  readonly isBrief: boolean;
}

/** At most this many look-alikes in a text: more of them read as nonsense. */
const MAX_LOOKS = 2;
const LOOKS_OF_TEN = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2];

/** Texts of a line or two, in per cent, and how far their lengths lie apart. */
const SHORT_TEXTS = 60;
const SHORT_RANGE = 30;

/** Characters that a step of verbosity adds; below a length a text has no look-alike, and brief clauses. */
const VERBOSITY = 30;
const MIN_LENGTH_FOR_LOOK_ALIKES = 75;

/** Half the length of a clause: a text ends where one more would take it further from its length. */
const HALF_CLAUSE = 22;
const MAX_TRIES = 40;
const MAX_PICKS = 8;

/** Required moves of a text: the offer and, for services, usually the speaker. */
const FIRST_OF_SERVICES: readonly TextMove[] = ['who', 'offer'];
const FIRST: readonly TextMove[] = ['offer'];

/** Of texts of a line or two, how many say who speaks, in per cent. */
const BRIEF_AND_NAMED = 10;

const SWAPPED_NEIGHBOURS = 20;

/** Places of the moves in each kind of text. */
export const RANKS = Object.fromEntries(
  TEXT_KINDS.map((kind) => [kind, Int8Array.from(MOVES, (move) => KINDS_OF_TEXT[kind].moves.indexOf(move))]),
) as Record<TextKind, Int8Array>;

const IS_FIXED = Uint8Array.from(MOVES, (move) => Number(FIXED_MOVES.has(move)));

/** Clauses of which who writes little takes the shortest. */
const BRIEF_PICKS = 5;

/** One of the clauses; who writes little says it briefly. */
function pickClause(list: readonly Clause[], isBrief: boolean, picks: Picks): Clause {
  let one = picks.one(list);
  for (let n = 1; isBrief && n < BRIEF_PICKS; n++) {
    const other = picks.one(list);
    if (other.characters < one.characters) one = other;
  }
  return one;
}

/** One of the clauses that the voice may use; any of them where none was found. */
export function pickForVoice(list: readonly Clause[], isBrief: boolean, voice: Voice, picks: Picks): Clause {
  let one = pickClause(list, isBrief, picks);
  for (let n = 1; n < MAX_PICKS && !isOfRegister(voice, one.register); n++) one = pickClause(list, isBrief, picks);
  return one;
}

/**
 * Creates a planner of texts: it decides on look-alikes and neutral clauses, until they are as long as was drawn for
 * them. It does not read what the ad says: whoever reads these sentences alone learns nothing of the others.
 */
export function createTextPlanner(language: Language, picks: Picks) {
  const clauses: Planned[] = [];
  let order: TextOrder;
  let voice: Voice;
  let person = 0;
  /** Characters of the plan so far, and whether its author writes little. */
  let planned = 0;
  let isBrief = false;

  return function planText(asked: TextOrder, speaker: Voice, number: number): TextPlan {
    order = asked;
    voice = speaker;
    person = number;
    const { moves, characters } = KINDS_OF_TEXT[order.kind];
    const wanted = drawLength(characters);
    isBrief = wanted < MIN_LENGTH_FOR_LOOK_ALIKES;
    clauses.length = 0;
    planned = 0;
    if (!isBrief) addLooks(LOOKS_OF_TEN[picks.below(LOOKS_OF_TEN.length)] as number);
    const isNamed = order.family === 'services' && (!isBrief || picks.percent(BRIEF_AND_NAMED));
    for (const move of isNamed ? FIRST_OF_SERVICES : FIRST) addNeutral(move);
    for (let tries = 0; isUnfinished(wanted) && tries < MAX_TRIES; tries++) addNeutral(picks.one(moves));
    sort();
    return { clauses, isBrief };
  };

  function isUnfinished(wanted: number): boolean {
    return clauses.length === 0 || planned + HALF_CLAUSE < wanted;
  }

  function add(one: Planned): void {
    clauses.push(one);
    planned += one.clause.characters + 2;
  }

  /** Characters of a text: short ones are more frequent than long ones, and some authors write more than others. */
  function drawLength([fewest, most]: readonly [number, number]): number {
    if (picks.percent(SHORT_TEXTS)) return fewest + picks.below(SHORT_RANGE);
    const range = most - fewest;
    return fewest + Math.min(picks.below(range), picks.below(range)) + VERBOSITY * voice.verbosity;
  }

  function addLooks(count: number): void {
    const said = language.said[order.family];
    for (let n = 0; n < Math.min(count, MAX_LOOKS); n++) {
      const bit = picks.below(said.length);
      const { looks: pool } = said[bit] as (typeof said)[number];
      const clause = pickForVoice(pool.clauses, false, voice, picks);
      const move = MOVES.indexOf(pool.move);
      if (clauses.some((one) => one.look !== NOTHING && one.move === move)) continue;
      if (!(clause.isOwn && person > 1)) add({ move, clause, look: bit });
    }
  }

  function addNeutral(name: TextMove): void {
    const move = MOVES.indexOf(name);
    const pool = language.neutral[order.family][move] as MovePool;
    const there = clauses.reduce((sum, one) => sum + Number(one.move === move), 0);
    if (there > (DOUBLE_MOVES.has(name) ? 1 : 0)) return;
    const isFragment =
      pool.whole.length === 0 || (pool.fragments.length > 0 && (isBrief || picks.percent(voice.fragments)));
    for (let tries = 0; tries < MAX_PICKS; tries++) {
      const list = isFragment ? pool.fragments : pool.whole;
      if (list.length === 0) return;
      const clause = pickClause(list, isBrief, picks);
      const isUsed = clauses.some((one) => one.clause === clause);
      if (!isOfRegister(voice, clause.register) || (clause.isOwn && person > 1) || isUsed) continue;
      add({ move, clause, look: NOTHING });
      return;
    }
  }

  /** In the usual order of the kind, with some neighbours changed. */
  function sort(): void {
    const ranks = RANKS[order.kind];
    clauses.sort((a, b) => (ranks[a.move] as number) - (ranks[b.move] as number));
    for (let n = 1; n + 1 < clauses.length; n++) {
      const [one, other] = [clauses[n] as Planned, clauses[n + 1] as Planned];
      if (IS_FIXED[one.move] === 1 || IS_FIXED[other.move] === 1 || !picks.percent(SWAPPED_NEIGHBOURS)) continue;
      clauses[n] = other;
      clauses[n + 1] = one;
    }
  }
}
