import type { IndexedRng } from '#core/kernel/rng.ts';
import type { Family } from '#core/market/families.ts';
import { createFactReader } from './facts.ts';
import { DOUBLE_MOVES, FIXED_MOVES, GO_TOGETHER, KINDS_OF_TEXT, TEXT_KINDS, type TextKind } from './kinds-of-text.ts';
import type { Clause, Language, MovePool } from './language.ts';
import { MOVES, type Move } from './moves.ts';
import { CONTRACTIONS, type HabitWord } from './parse-template.ts';
import { PERSONS, type Person } from './persons.ts';
import type { Picks } from './picks.ts';
import { READY, type ReadyPiece } from './ready-pieces.ts';
import { drawVoice, type Layout, type Voice } from './voice.ts';

/** What a text is written from. */
export interface TextOrder {
  readonly family: Family;
  readonly kind: TextKind;
  /** Bits over what ads of the family can say. */
  readonly said: number;
  /** Who writes: all texts of one author have one voice. */
  readonly author: number;
  /** Whose facts are told: all texts of one persona agree. */
  readonly persona: number;
  readonly person: Person;
  /** Values of the facts that the market decides, in the order of `MARKET_FACTS`. */
  readonly values: readonly string[];
  /** Number of the draw: the same number gives the same text around other values. */
  readonly draw: number;
}

/** A text, sentence by sentence. Valid until the next one is written. */
export interface WrittenText {
  readonly sentences: string[];
  readonly layout: Layout;
  /** For each sentence the bit of `said` that it shows, or -1. */
  readonly bits: Int8Array;
  /** For each sentence the bit whose words it has without showing it, or -1. */
  readonly looks: Int8Array;
}

/** Far more than any text has. */
const MAX_CLAUSES = 64;

/** At most this many look-alikes in a text: more of them read as nonsense. */
const MAX_LOOKS = 2;
const LOOKS_OF_TEN = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2];

/** Texts of a line or two, in per cent, and how far their lengths lie apart. */
const SHORT_TEXTS = 58;
const SHORT_RANGE = 60;

/** Of the short ones, how many say nothing else, in per cent; a text that says nothing has to. */
const BARE_TEXTS = 72;

/** Characters that a step of verbosity adds; below a length a text has no look-alike, and brief clauses. */
const VERBOSITY = 30;
const FEWEST_FOR_LOOKS = 75;

/** Half the length of a clause: a text ends where one more would take it further from its length. */
const HALF_CLAUSE = 22;
const MAX_TRIES = 40;
const BRIEF_BEGINNINGS: readonly Move[] = ['who', 'offer', 'about'];

const MAX_JOINED = 3;

const SWAPPED_NEIGHBOURS = 20;
const SPELLINGS = 16;
const NOTHING = -1;

const WHO = MOVES.indexOf('who');
const BYE = MOVES.indexOf('bye');
const GREET = MOVES.indexOf('greet');

/** Places of the moves in each kind of text. */
const RANKS = Object.fromEntries(
  TEXT_KINDS.map((kind) => [kind, Int8Array.from(MOVES, (move) => KINDS_OF_TEXT[kind].moves.indexOf(move))]),
) as Record<TextKind, Int8Array>;

const IS_FIXED = Uint8Array.from(MOVES, (move) => Number(FIXED_MOVES.has(move)));

/** One clause of a plan. */
interface Planned {
  readonly move: number;
  readonly clause: Clause;
  /** The bit whose words it has without showing it, or -1. */
  readonly look: number;
}

/** One sentence before all stand in their order. */
interface Sentence {
  readonly text: string;
  readonly move: number;
  readonly bit: number;
  readonly look: number;
}

/** Sources of draws: of texts and voices by number, and of facts and spellings by two numbers. */
export interface TextDraws {
  /** For everything that does not depend on what a text says. */
  readonly texts: Picks;
  /** For the sentences that show something. */
  readonly said: Picks;
  readonly voices: Picks;
  readonly facts: IndexedRng;
  readonly spellings: IndexedRng;
}

/** Facts and words that have a draw of their own, per persona and author. */
const DRAWS_OF_ONE = 4096;

/** Creates a writer of texts in a language. Any text can be written by itself, in any order. */
export function createTextWriter(language: Language, { texts, said: saidPicks, voices, facts, spellings }: TextDraws) {
  const factOf = createFactReader(language.facts, (persona, fact, bound) => {
    facts.startAt(persona * DRAWS_OF_ONE + fact);
    return facts.int(bound);
  });
  const { openers, tails, labels } = language.habits;
  const bits = new Int8Array(MAX_CLAUSES);
  const looks = new Int8Array(MAX_CLAUSES);
  const plan: Planned[] = [];
  const written: Sentence[] = [];
  let picks = texts;
  let order: TextOrder;
  let voice: Voice;
  let person = 0;
  /** Characters of the plan so far, and whether its author writes little. */
  let planned = 0;
  let isBrief = false;
  let out = '';

  return function write(asked: TextOrder): WrittenText {
    order = asked;
    person = PERSONS.indexOf(asked.person);
    voices.startAt(asked.author);
    voice = drawVoice(voices);
    written.length = 0;
    picks = texts;
    picks.startAt(asked.draw);
    makePlan();
    writePlan();
    picks = saidPicks;
    picks.startAt(asked.draw);
    writeSaid();
    return { sentences: inOrder(), layout: voice.layout, bits, looks };
  };

  /**
   * Decides on look-alikes and neutral clauses, until they are as long as was drawn for them. Reads nothing of what the
   * ad says: whoever reads these sentences alone learns nothing of the others.
   */
  function makePlan(): void {
    const { moves, characters } = KINDS_OF_TEXT[order.kind];
    const wanted = drawLength(characters);
    isBrief = wanted < FEWEST_FOR_LOOKS;
    plan.length = 0;
    planned = 0;
    if (!isBrief) addLooks(LOOKS_OF_TEN[picks.below(LOOKS_OF_TEN.length)] as number);
    const isBare = isBrief && picks.percent(BARE_TEXTS) && order.said !== 0 && order.family === 'services';
    if (!isBare) addNeutral(firstMove());
    for (let tries = 0; !isBare && isUnfinished(wanted) && tries < MAX_TRIES; tries++) addNeutral(picks.one(moves));
    sortPlan();
  }

  /** A text begins with what it is about: work is offered, and a person says who is there or what is offered. */
  function firstMove(): Move {
    if (order.family !== 'services') return 'offer';
    return isBrief ? picks.one(BRIEF_BEGINNINGS) : 'who';
  }

  function isUnfinished(wanted: number): boolean {
    return plan.length === 0 || planned + HALF_CLAUSE < wanted;
  }

  function add(one: Planned): void {
    plan.push(one);
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
      const clause = picks.one(pool.clauses);
      const move = MOVES.indexOf(pool.move);
      if (plan.some((one) => one.look !== NOTHING && one.move === move)) continue;
      if (!(clause.isOwn && person > 1)) add({ move, clause, look: bit });
    }
  }

  /** One of the clauses; who writes little says it briefly. */
  function pickOf(list: readonly Clause[]): Clause {
    const one = picks.one(list);
    const other = isBrief ? picks.one(list) : one;
    return other.characters < one.characters ? other : one;
  }

  function addNeutral(name: Move): void {
    const move = MOVES.indexOf(name);
    const pool = language.neutral[order.family][move] as MovePool;
    const there = plan.reduce((sum, one) => sum + Number(one.move === move), 0);
    if (there > (DOUBLE_MOVES.has(name) ? 1 : 0)) return;
    const isFragment = pool.whole.length === 0 || (pool.fragments.length > 0 && picks.percent(voice.fragments));
    for (let tries = 0; tries < 6; tries++) {
      const list = isFragment ? pool.fragments : pool.whole;
      if (list.length === 0) return;
      const clause = pickOf(list);
      if (!isOfRegister(clause.register) || (clause.isOwn && person > 1) || plan.some((one) => one.clause === clause))
        continue;
      add({ move, clause, look: NOTHING });
      return;
    }
  }

  /** In the usual order of the kind, with some neighbours changed. */
  function sortPlan(): void {
    const ranks = RANKS[order.kind];
    plan.sort((a, b) => (ranks[a.move] as number) - (ranks[b.move] as number));
    for (let n = 1; n + 1 < plan.length; n++) {
      const [one, other] = [plan[n] as Planned, plan[n + 1] as Planned];
      if (IS_FIXED[one.move] === 1 || IS_FIXED[other.move] === 1 || !picks.percent(SWAPPED_NEIGHBOURS)) continue;
      plan[n] = other;
      plan[n + 1] = one;
    }
  }

  /** Writes the plan: sentences of one to three clauses, as the voice joins them. */
  function writePlan(): void {
    const isListed = voice.layout !== 'block';
    for (let n = 0; n < plan.length; ) {
      const first = plan[n] as Planned;
      let { look } = first;
      let last = first;
      const from = begin(first, isListed, written.length > 0);
      let joined = 1;
      for (n++; n < plan.length && joined < MAX_JOINED; n++, joined++) {
        const next = plan[n] as Planned;
        if (!canJoin(last, next, isListed) || (look !== NOTHING && next.look !== NOTHING)) break;
        out += joinerFor(last, next);
        addClause(next, false);
        look = Math.max(look, next.look);
        last = next;
      }
      written.push({ text: ended(last, from, isListed), move: first.move, bit: NOTHING, look });
    }
  }

  /** Writes a sentence for everything that the ad says, and puts it where its move stands. */
  function writeSaid(): void {
    const isListed = voice.layout !== 'block';
    const ranks = RANKS[order.kind];
    const pools = language.said[order.family];
    for (let left = order.said; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      const pool = pools[bit] as (typeof pools)[number];
      const move = MOVES.indexOf(pool.move);
      const one = { move, clause: pickOf(person > 1 ? pool.ofOthers : pool.clauses), look: NOTHING };
      const rank = ranks[move] as number;
      const behind = written.findIndex((other) => (ranks[other.move] as number) > rank);
      const place = behind === -1 ? written.length : behind;
      const from = begin(one, isListed, place > 0);
      written.splice(place, 0, { text: ended(one, from, isListed), move, bit, look: NOTHING });
    }
  }

  function inOrder(): string[] {
    return written.map(({ text, bit, look }, n) => {
      bits[n] = bit;
      looks[n] = look;
      return text;
    });
  }

  /** Begins a sentence with its first clause; gives the length of what the case of letters does not change. */
  function begin(first: Planned, isListed: boolean, follows: boolean): number {
    out = '';
    const from = isListed ? startOfLine(first) : 0;
    if (!isListed && follows) addOpener(first);
    addClause(first, true);
    return from;
  }

  /** A bullet or a label; gives the length of what the case of letters does not change. */
  function startOfLine({ move, clause, look }: Planned): number {
    if (voice.layout === 'list') out = voice.bullet;
    const isNeutral = picks === texts && look === NOTHING && !clause.isQuestion;
    const names = voice.layout === 'labels' && isNeutral ? labels[MOVES[move] as Move] : undefined;
    if (names) out = `${names[voice.preferred % names.length]}: `;
    return out.length;
  }

  function addOpener({ move, clause }: Planned): void {
    if (clause.isFragment || move === GREET || move === WHO || move === BYE || !picks.percent(voice.openers)) return;
    const opener = openers[(voice.preferred + picks.below(3)) % openers.length] as (typeof openers)[number];
    if (isOfRegister(opener.register)) out += `${opener.text} `;
  }

  function isOfRegister(register: Voice['register'] = 'any'): boolean {
    return register === 'any' || voice.register === 'any' || register === voice.register;
  }

  function canJoin(last: Planned, next: Planned, isListed: boolean): boolean {
    if (last.clause.isQuestion || next.clause.isQuestion || next.move === BYE || last.move === GREET) return false;
    if (last.move !== next.move && !GO_TOGETHER.has(last.move * MOVES.length + next.move)) return false;
    return picks.percent(isListed ? voice.joins >> 2 : voice.joins);
  }

  function joinerFor(last: Planned, next: Planned): string {
    const needsComma = voice.joiner === ' and ' && (last.clause.isFragment || next.clause.isFragment);
    return needsComma ? ', ' : voice.joiner;
  }

  function addClause({ clause }: Planned, isFirst: boolean): void {
    const isPlain = voice.articles === 0 && voice.slips === 0 && voice.short === 'plain';
    const text = addPieces('', isPlain ? clause.plain : clause.habitual);
    const drops = isFirst && voice.dropsI && person === 0 && text.startsWith('I ') && !text.startsWith('I am ');
    out += drops ? text.slice(2) : text;
  }

  /** Writes pieces behind a text. It is handed on and given back, because a variable of its own is faster. */
  function addPieces(before: string, pieces: readonly ReadyPiece[]): string {
    let text = before;
    for (let n = 0; n < pieces.length; n++) {
      const piece = pieces[n] as ReadyPiece;
      switch (piece.code) {
        case READY.text:
          text += piece.text;
          break;
        case READY.texts:
          text += picks.oneOfMany(piece.texts);
          break;
        case READY.word:
          text += spelt(piece.word as HabitWord);
          break;
        case READY.article:
          if (!picks.percent(voice.articles)) text += piece.text;
          break;
        case READY.fact:
          text += factOf(piece.fact, order.persona, order.values, voice.hourStyle);
          break;
        case READY.choice:
          text = addPieces(text, picks.oneOfMany(piece.options));
          break;
        default:
          text += piece.texts[person * CONTRACTIONS + voice.contraction];
      }
    }
    return text;
  }

  /** How this author writes a word: the same way in all ads. */
  function spelt(word: HabitWord): string {
    if (voice.slips > 0 && word.slip !== word.plain) {
      spellings.startAt(order.author * DRAWS_OF_ONE + word.number);
      if (spellings.int(SPELLINGS) < voice.slips) return word.slip;
    }
    return word[voice.short];
  }

  /** The sentence with its tail, its capital and its end mark. */
  function ended({ clause, move }: Planned, from: number, isListed: boolean): string {
    let text = out;
    if (!clause.isQuestion && move !== GREET && move !== BYE && picks.percent(voice.openers >> 2)) {
      const tail = tails[voice.preferred % tails.length] as (typeof tails)[number];
      if (isOfRegister(tail.register)) text += `, ${tail.text}`;
    }
    if (voice.lowerCase) text = text.toLowerCase();
    else text = text.slice(0, from) + text.charAt(from).toUpperCase() + text.slice(from + 1);
    if (clause.isQuestion) return `${text}?`;
    const end = isListed && voice.end !== '!' ? '' : voice.end;
    return text + end;
  }
}
