import type { IndexedRng } from '#kernel/model/rng.ts';
import { createFactReader } from './facts.ts';
import { GO_TOGETHER } from './kinds-of-text.ts';
import type { Language } from './language.ts';
import { MOVES, type TextMove } from './moves.ts';
import { CONTRACTIONS, type HabitWord } from './parse-template.ts';
import { PERSONS } from './persons.ts';
import type { Picks } from './picks.ts';
import { createTextPlanner, NOTHING, type Planned, pickForVoice, RANKS, type TextPlan } from './plan-text.ts';
import { READY, type ReadyPiece } from './ready-pieces.ts';
import type { TextOrder } from './text-order.ts';
import { drawVoice, isOfRegister, type Layout, type Voice } from './voice.ts';

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

const MAX_JOINED = 3;

const SPELLINGS = 16;

const WHO = MOVES.indexOf('who');
const BYE = MOVES.indexOf('bye');
const GREET = MOVES.indexOf('greet');
const OFFER = MOVES.indexOf('offer');

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

/** True if an "and" may stand between two sentences: they are of one move and have no commas. */
function canFollowAnd(last: Planned, next: Planned, fragments: number): boolean {
  return fragments === 0 && last.move === next.move && !last.clause.hasComma && !next.clause.hasComma;
}

/** Creates a writer of texts in a language. Any text can be written by itself, in any order. */
export function createTextWriter(language: Language, { texts, said: saidPicks, voices, facts, spellings }: TextDraws) {
  const factOf = createFactReader(language.facts, (persona, fact, bound) => {
    facts.startAt(persona * DRAWS_OF_ONE + fact);
    return facts.int(bound);
  });
  const { openers, tails, labels } = language.habits;
  const bits = new Int8Array(MAX_CLAUSES);
  const looks = new Int8Array(MAX_CLAUSES);
  const written: Sentence[] = [];
  const planText = createTextPlanner(language, texts);
  let picks = texts;
  let order: TextOrder;
  let voice: Voice;
  let person = 0;
  let plan: TextPlan;
  let out = '';
  /** True if the sentence has an opener: it has no tail then. */
  let isOpened = false;

  return function write(asked: TextOrder): WrittenText {
    order = asked;
    person = PERSONS.indexOf(asked.person);
    voices.startAt(asked.author);
    voice = drawVoice(voices);
    written.length = 0;
    picks = texts;
    picks.startAt(asked.draw);
    plan = planText(order, voice, person);
    writePlan();
    picks = saidPicks;
    picks.startAt(asked.draw);
    writeSaid();
    return { sentences: inOrder(), layout: voice.layout, bits, looks };
  };

  /** Writes the plan: sentences of one to three clauses, as the voice joins them. */
  function writePlan(): void {
    const isListed = voice.layout !== 'block';
    const { clauses } = plan;
    for (let n = 0; n < clauses.length; ) {
      const first = clauses[n] as Planned;
      let last = first;
      const from = begin(first, isListed, written.length > 0);
      let joined = 1;
      for (n++; n < clauses.length && joined < MAX_JOINED; n++, joined++) {
        const next = clauses[n] as Planned;
        if (!canJoin(last, next, isListed)) break;
        out += joinerFor(last);
        addClause(next, false);
        last = next;
      }
      written.push({ text: ended(last, from, isListed), move: first.move, bit: NOTHING, look: first.look });
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
      const one = {
        move,
        clause: pickForVoice(person > 1 ? pool.ofOthers : pool.clauses, plan.isBrief, voice, picks),
        look: NOTHING,
      };
      const rank = ranks[move] as number;
      // A goodbye comes last, and only a signature behind it.
      const least = move === BYE && !one.clause.isFragment ? rank : rank + 1;
      const behind = written.findIndex((other) => (ranks[other.move] as number) >= least);
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
    isOpened = false;
    const from = isListed ? startOfLine(first) : 0;
    if (!isListed && follows) addOpener(first);
    addClause(first, true);
    return from;
  }

  /**
   * A bullet or a label; gives the length of what the case of letters does not change. A label stands before neutral
   * clauses without a verb alone, so that it fits, and many others lack it beside those that show something.
   */
  function startOfLine({ move, clause, look }: Planned): number {
    if (voice.layout === 'list') out = voice.bullet;
    const isNeutral = picks === texts && look === NOTHING && clause.isFragment && !clause.isQuestion;
    const names = voice.layout === 'labels' && isNeutral ? labels[MOVES[move] as TextMove] : undefined;
    if (names) out = `${names[voice.preferred % names.length]}: `;
    return out.length;
  }

  function addOpener({ move, clause }: Planned): void {
    if (clause.isFragment || move === GREET || move === WHO || move === BYE || !picks.percent(voice.openers)) return;
    const opener = openers[(voice.preferred + picks.below(3)) % openers.length] as (typeof openers)[number];
    isOpened = isOfRegister(voice, opener.register);
    if (isOpened) out += `${opener.text} `;
  }

  /** Clauses of one subject: behind a comma only what has no verb, and behind an "and" only short sentences. */
  function canJoin(last: Planned, next: Planned, isListed: boolean): boolean {
    if (last.clause.isQuestion || next.clause.isQuestion || next.move === BYE || last.move === GREET) return false;
    if (last.look !== NOTHING || next.look !== NOTHING) return false;
    if (last.move !== next.move && !GO_TOGETHER.has(last.move * MOVES.length + next.move)) return false;
    const fragments = Number(last.clause.isFragment) + Number(next.clause.isFragment);
    if (voice.joiner === ', ' && (fragments < 2 || last.move === OFFER)) return false;
    if (voice.joiner === ' and ' && fragments < 2 && !canFollowAnd(last, next, fragments)) return false;
    return picks.percent(isListed ? voice.joins >> 2 : voice.joins);
  }

  function joinerFor(last: Planned): string {
    return voice.joiner === ' and ' && last.clause.isFragment ? ', ' : voice.joiner;
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
    const mayEnd = !isOpened && !clause.isQuestion && !clause.isFragment && move !== GREET && move !== BYE;
    if (mayEnd && picks.percent(voice.openers >> 2)) {
      const tail = tails[voice.preferred % tails.length] as (typeof tails)[number];
      if (isOfRegister(voice, tail.register)) text += `, ${tail.text}`;
    }
    if (voice.lowerCase) text = text.toLowerCase();
    else text = text.slice(0, from) + text.charAt(from).toUpperCase() + text.slice(from + 1);
    if (clause.isQuestion) return `${text}?`;
    const end = isListed && voice.end !== '!' ? '' : voice.end;
    return text + end;
  }
}
