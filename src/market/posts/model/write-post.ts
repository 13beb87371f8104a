import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import { type Composed, composeAd, LEFT_OVER } from './compose-ad.ts';
import { decorate } from './decorate.ts';
import { editsUpTo, type PostEdit } from './edits.ts';
import { type ComputedFact, factsOf, type Persona, type PersonaFacts } from './facts.ts';
import { fitting } from './fitting.ts';
import type { Genre, ShortTalk } from './genre.ts';
import { joinLines } from './join-lines.ts';
import { fillIn, type Line } from './line.ts';
import type { AssignedAd, MasterOrder } from './master-order.ts';
import { HANDS, type Hand, type Manner, typeLine } from './typing.ts';

/** Draws of posts, one keyed function for each use. */
export interface PostDraws {
  readonly masters: KeyedFunction;
  readonly facts: KeyedFunction;
  readonly edits: KeyedFunction;
  readonly around: KeyedFunction;
}

/** Everything that decides the words of one post. */
export interface PostOrder extends Omit<MasterOrder, 'namesPerson' | 'sector' | 'showsHand'> {
  /** The text before facts, where it is known. */
  readonly composed?: Composed | undefined;
  readonly assigned: AssignedAd;
  readonly persona: Persona;
  /** Amounts between which the price of the persona may move in edits. */
  readonly amounts: readonly [least: number, most: number];
  /** The person whose name a copied text has kept, if it has. */
  readonly leftOver: Persona | undefined;
  /** The persona's post of this master, from 0. */
  readonly nth: number;
  /** What a first version said for some minutes: nothing, an ordinary line, or a sign. */
  readonly removed: string | undefined;
  /** Signs that show in comments below the post. */
  readonly commented: readonly string[];
  /** Number of the row, for what belongs to one post alone. */
  readonly row: number;
}

/** What a first version said for some minutes that was nothing but an ordinary line. */
export const ORDINARY = 'ordinary';

/** A line as a reader sees it, and what it shows or looks like. */
export interface WrittenLine {
  readonly text: string;
  readonly shows: string | undefined;
  readonly like: string | undefined;
  /** True if it is copied from the help of the site: strangers have the same. */
  readonly isQuoted?: boolean;
}

/** One line of a talk below a post. */
export interface WrittenComment extends WrittenLine {
  /** True if the advertiser wrote it. */
  readonly isOwn: boolean;
  /** Minutes after the post. */
  readonly after: number;
}

export interface WrittenPost {
  readonly title: string;
  readonly lines: readonly WrittenLine[];
  /** True if the lines follow each other in one paragraph. */
  readonly run: boolean;
  readonly edit: PostEdit;
  /** The price or pay after all edits; the field shows the same. */
  readonly amount: number;
  /** A line that only the first version had, and for how many minutes. */
  readonly removed: (WrittenLine & { readonly minutes: number }) | undefined;
  readonly comments: readonly WrittenComment[];
}

/** Comments below a post come within so many minutes of each other. */
const MAX_MINUTES_BETWEEN_COMMENTS = 600;
/** Of a hundred master texts, how many end with a sentence from the help of the site. */
const QUOTING = 3;
/** A first version stood so many minutes at least, and less than this many more. */
const REMOVED_AFTER = { least: 4, spread: 45 };

/** Creates a writer of posts. `computed` are the facts that each family computes. */
export function createPostWriter(
  computed: Readonly<Record<Genre['family'], Readonly<Record<string, ComputedFact>>>>,
  draws: PostDraws,
): (order: PostOrder) => WrittenPost {
  return (order) => {
    const { genre, persona, assigned, leftOver } = order;
    const text =
      order.composed ??
      composeAd(
        assigned,
        { ...order, namesPerson: leftOver !== undefined, sector: persona.sector, showsHand: false },
        draws.masters,
      );
    if (!text) throw new RangeError(`An ad of the genre ${genre.id} cannot say ${order.says.join(', ')}.`);
    const state = editsUpTo(
      { nth: order.nth, persona: persona.number, amount: persona.amount, amounts: order.amounts },
      text,
      draws.edits,
    );
    const facts = factsOf({ ...persona, amount: state.amount }, genre, computed[genre.family], draws.facts);
    const manner: Manner = { hand: order.hand, lower: assigned.ad.lower, end: assigned.ad.end };
    const kept: PersonaFacts = (name) => (name === 'name' && leftOver ? leftOver.name : facts(name));
    const below = (use: number) => (n: number, bound: number) => draws.masters(order.master, use, n) % bound;
    const plain = {
      title: fillIn(state.title < 0 ? text.title : (text.titles[state.title] as Line), facts),
      lines: linesOf(text, state, facts, kept, manner, assigned.ad.run, below(3000)),
    };
    const { title, lines } = decorate(plain, order.hand, below(4000));
    return {
      title,
      lines: [...lines, ...quotedHelp(order)],
      run: assigned.ad.run,
      edit: state.edit,
      amount: state.amount,
      removed: removedLine(order, facts, manner),
      comments: commentsOf(order, facts),
    };
  };

  function removedLine(order: PostOrder, facts: PersonaFacts, manner: Manner): WrittenPost['removed'] {
    const { genre, removed, row } = order;
    if (removed === undefined || !genre.removed) return undefined;
    const fits = fitting(order);
    const pool = removed === ORDINARY ? genre.removed.neutral : (genre.removed.signs.get(removed) ?? []);
    const lines = pool.filter((line) => fits(line, removed));
    const line = lines[draws.around(row, 0, 0) % Math.max(1, lines.length)];
    if (!line) return undefined;
    const minutes = REMOVED_AFTER.least + (draws.around(row, 0, 1) % REMOVED_AFTER.spread);
    const shows = removed === ORDINARY ? undefined : removed;
    return { text: typeLine(fillIn(line, facts), manner), shows, like: undefined, minutes };
  }

  /** A sentence from the help of the site, as it stands there. */
  function quotedHelp({ genre, master }: PostOrder): WrittenLine[] {
    const below = (n: number, bound: number) => draws.masters(master, 2000, n) % bound;
    if (below(0, 100) >= QUOTING) return [];
    const { written } = genre.help[below(1, genre.help.length)] as Line;
    return [{ text: written, shows: undefined, like: undefined, isQuoted: true }];
  }

  /** Comments of others, each typed in its own way, and the answers of the advertiser. */
  function commentsOf({ genre, commented, row }: PostOrder, facts: PersonaFacts): WrittenComment[] {
    const { share, neutral, signs } = genre.comments;
    if (neutral.length === 0) return [];
    const below = (n: number, bound: number) => draws.around(row, 1, n) % bound;
    const talks: { talk: ShortTalk; shows: string | undefined }[] = [];
    for (const [n, id] of commented.entries()) {
      const pool = signs.get(id) ?? [];
      if (pool.length > 0) talks.push({ talk: pool[below(n, pool.length)] as ShortTalk, shows: id });
    }
    // Posts have comments or not by one chance for all; signs stand among ordinary comments.
    const more = below(20, 100) < share ? 1 + below(21, 3) : 0;
    for (let n = 0; n < more; n++)
      talks.push({ talk: neutral[below(30 + n, neutral.length)] as ShortTalk, shows: undefined });
    const first = below(40, Math.max(1, talks.length));
    const ordered = [...talks.slice(first), ...talks.slice(0, first)].filter(
      ({ talk }, n, all) => all.findIndex((one) => one.talk === talk) === n,
    );
    let after = 0;
    return ordered.flatMap(({ talk, shows }, at) =>
      talk.lines.map((line, n): WrittenComment => {
        after += 1 + below(100 + at * 10 + n, MAX_MINUTES_BETWEEN_COMMENTS);
        const hand = HANDS[draws.around(row, 2, at * 10 + n) % HANDS.length] as Hand;
        return {
          text: typeLine(fillIn(line, facts), { hand, lower: hand === 'casual', end: '' }),
          isOwn: n % 2 === 1,
          after,
          shows: n === talk.lines.length - 1 ? shows : undefined,
          like: undefined,
        };
      }),
    );
  }
}

function linesOf(
  text: Composed,
  { dropped, reworded }: ReturnType<typeof editsUpTo>,
  facts: PersonaFacts,
  kept: PersonaFacts,
  manner: Manner,
  run: boolean,
  below: (n: number, bound: number) => number,
): WrittenLine[] {
  const typing = run ? { ...manner, end: '.' as const } : manner;
  const lines = text.lines.flatMap(({ line, isOwn, shows, like, others }, n) => {
    if (dropped.has(n)) return [];
    const said = others[reworded.get(n) ?? -1] ?? line;
    const words = fillIn(said, shows === LEFT_OVER ? kept : facts);
    return [{ place: n, text: isOwn ? words : typeLine(words, typing), shows, like }];
  });
  return run
    ? lines.map(({ text: written, shows, like }) => ({ text: written, shows, like }))
    : joinLines(lines, manner, below);
}
