import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import { fitting } from './fitting.ts';
import { type Line, parseLine } from './line.ts';
import type { AssignedAd, MasterOrder } from './master-order.ts';
import type { Hand } from './typing.ts';
import type { SlotLine, Variant } from './whole-ad.ts';

/** One line of a composed text. */
export interface ChosenLine {
  readonly line: Line;
  /** True if it is a line of the whole ad, typed as it stands. */
  readonly isOwn: boolean;
  /** What it shows, or undefined. */
  readonly shows: string | undefined;
  /** What it looks like without showing it, or undefined. */
  readonly like: string | undefined;
  /** Other ways to say it that fit; a re-post may take one. */
  readonly others: readonly Line[];
}

/** A text before facts: the whole ad in its variant, with what it has to say. */
export interface Composed {
  readonly title: Line;
  /** Titles that fit the text: a re-post may have another one. */
  readonly titles: readonly Line[];
  readonly lines: readonly ChosenLine[];
}

/** What a line shows that keeps the name of the person from whose ad it was copied. */
export const LEFT_OVER = 'persona-inconsistency';
/** A name below an ad that names nobody. */
const SIGNATURE: ChosenLine = {
  line: parseLine('{name}'),
  isOwn: false,
  shows: undefined,
  like: undefined,
  others: [],
};
/** Numbers that tell variants apart in draws. */
const SALTS = 251;
/** Share of texts in which one line looks like a sign, in per cent. */
const ALIKE = 14;

/**
 * Puts what is to be said into a whole ad: a line of the same slot makes room for it, so that the text is no longer than
 * others. Undefined if the genre has no line for it.
 */
export const composeAd = (assigned: AssignedAd, order: MasterOrder, draw: KeyedFunction): Composed | undefined =>
  createComposer(order, draw).compose(assigned);

/** Titles of an ad. Where a copied text has kept another name, the title holds the name of the person: both can be seen. */
function titlesOf({ titles }: AssignedAd['ad'], namesPerson: boolean): readonly Line[] {
  const naming = titles.filter(({ facts }) => facts.includes('name') || facts.includes('hosts'));
  if (!namesPerson || naming.length === titles.length) return titles;
  return naming.length > 0 ? naming : titles.map((title) => withName(title));
}

const named = new WeakMap<Line, Line>();

/** The title with the name of the person before it. */
function withName(title: Line): Line {
  const known = named.get(title);
  if (known) return known;
  const { written, pieces, facts } = parseLine(`{name}, ${title.written}`);
  const made = { ...title, written, pieces, facts };
  named.set(title, made);
  return made;
}

/** Composes several ads for one order: what can be said, and in which lines, is looked up once. */
export interface Composer {
  readonly compose: (assigned: AssignedAd) => Composed | undefined;
  /** How much worse a text would be, in lines that are lost or added; found without its words. */
  readonly costOf: (assigned: AssignedAd) => number;
}

export function createComposer(order: MasterOrder, draw: KeyedFunction): Composer {
  const fits = fitting(order);
  const wordings = order.says.map((id) => wordingsOf(order.genre, id, fits));
  return {
    compose: (assigned) => compose(assigned, order, draw, fits, wordings),
    costOf: (assigned) => costOf(assigned, fits, wordings),
  };
}

/** Lines that contradict what is said and have no other way, and things for which no line makes room. */
function costOf({ ad, variant }: AssignedAd, fits: Fits, wordings: readonly (readonly Wording[])[]): number {
  let cost = ad.titles.some((one) => fits(one, undefined)) ? 0 : Number.POSITIVE_INFINITY;
  const isFree = ad.lines.map(({ ways }, n) => {
    const own = ways[variant[n + 1] as number];
    if (own === undefined) return false;
    if (fits(own, undefined) || ways.some((way) => way !== undefined && fits(way, undefined))) return true;
    cost += 1;
    return false;
  });
  for (const worded of wordings) {
    const at = ad.lines.findIndex(({ slots }, n) => isFree[n] && worded.some(({ slot }) => slots.includes(slot)));
    if (at < 0) cost += 1;
    else isFree[at] = false;
  }
  return cost;
}

type Fits = ReturnType<typeof fitting>;

/** The lines of an indicator in one slot. */
interface Wording {
  readonly slot: string;
  readonly lines: readonly Line[];
}

/** The lines of an indicator that fit; all of them for an ad of a template whose fields forbid each of them. */
function wordingsOf({ slots, slotsOf }: MasterOrder['genre'], id: string, fits: Fits): Wording[] {
  const all = (slotsOf.get(id) ?? []).map((slot) => ({ slot, lines: slots.get(slot)?.signs.get(id) ?? [] }));
  const able = all
    .map(({ slot, lines }) => ({ slot, lines: lines.filter((one) => fits(one, id)) }))
    .filter(({ lines }) => lines.length > 0);
  return able.length > 0 ? able : all;
}

function compose(
  { ad, variant }: AssignedAd,
  order: MasterOrder,
  draw: KeyedFunction,
  fits: Fits,
  wordings: readonly (readonly Wording[])[],
): Composed | undefined {
  const { genre, says, master } = order;
  // Each variant words what it says anew, so that two texts with the same signs have other wordings.
  const salt = variant.reduce((sum, way) => (sum * 5 + way) % SALTS, 0);
  const below = (use: number, n: number, bound: number) => draw(master, 1000 + use, n + salt * SALTS) % bound;
  const able = titlesOf(ad, order.namesPerson);
  const titles = able.filter((one) => fits(one, undefined, true));
  const firsts = titles.filter(({ again }) => !again);
  // An ad of a template may show in its fields what the first one does not, and then no title fits.
  const title = (firsts[(variant[0] as number) % Math.max(1, firsts.length)] ?? able[0]) as Line;
  const kept = ad.lines.map((line, n) => sayLine(line, n, variant, fits));
  const lines: (ChosenLine | undefined)[] = kept.map(({ line, others }) =>
    line ? { line, isOwn: true, shows: undefined, like: undefined, others } : undefined,
  );
  const slotsAt = (n: number) => ad.lines[n]?.slots ?? [];
  const extra: { readonly after: number; readonly line: ChosenLine }[] = [];

  for (const [n, id] of says.entries()) {
    const open = wordings[n] as readonly Wording[];
    const first = open[below(0, n, Math.max(1, open.length))];
    if (!first) return undefined;
    const free = (slot: string) => lines.findIndex((line, at) => line?.isOwn === true && slotsAt(at).includes(slot));
    const roomy = open.find(({ slot }) => free(slot) >= 0) ?? first;
    const at = free(roomy.slot);
    const told = factsOf(lines, at, extra);
    const line = pick(roomy.lines, at < 0, told, order.hand, (bound) => below(1, n, bound));
    const chosen: ChosenLine = { line, isOwn: false, shows: id, like: undefined, others: [] };
    if (at >= 0) lines[at] = chosen;
    else {
      const same = lines.findLastIndex((_, m) => slotsAt(m).includes(roomy.slot));
      extra.push({ after: same >= 0 ? same : Math.max(0, lines.length - 2), line: chosen });
    }
  }

  if (order.namesPerson) {
    const named = lines.findLastIndex((line) => line?.isOwn === true && line.line.facts.includes('name'));
    const line = lines[named];
    if (line) lines[named] = { ...line, shows: LEFT_OVER };
    else extra.push({ after: lines.length - 1, line: { ...SIGNATURE, shows: LEFT_OVER } });
  }
  lookAlike();
  const text = lines.flatMap((line, n) => [
    ...(line ? [line] : []),
    ...extra.filter(({ after }) => after === n).map((one) => one.line),
  ]);
  // An ad of one line can have nothing left that fits its fields; then its author only signs.
  return { title, titles, lines: text.length > 0 ? text : [SIGNATURE] };

  /** Sometimes a line makes room for one with the words of a sign that does not show it. */
  function lookAlike(): void {
    if (below(2, 0, 100) >= ALIKE) return;
    const places = lines.flatMap((line, n) =>
      line?.isOwn === true && line.shows === undefined
        ? slotsAt(n).flatMap((slot) =>
            (genre.slots.get(slot)?.alike ?? [])
              .filter(({ id }) => !says.includes(id))
              .flatMap((like) =>
                like.lines.filter((one) => fits(one, undefined)).map((one) => ({ n, id: like.id, line: one })),
              ),
          )
        : [],
    );
    const place = places[below(3, 0, Math.max(1, places.length))];
    if (!place) return;
    const told = factsOf(lines, place.n, []);
    if (place.line.facts.some((fact) => told.has(fact))) return;
    lines[place.n] = { line: place.line, isOwn: false, shows: undefined, like: place.id, others: [] };
  }
}

/** The way in which a variant says a line, or the next one that fits. */
function sayLine({ ways }: SlotLine, n: number, variant: Variant, fits: Fits) {
  const able = ways.map((way) => (way === undefined || fits(way, undefined) ? { way } : undefined));
  const wanted = variant[n + 1] as number;
  const order = ways.map((_, m) => (wanted + m) % ways.length);
  const found = order.find((m) => able[m]?.way !== undefined) ?? -1;
  const own = able[wanted];
  const line = own ? own.way : found >= 0 ? ways[found] : undefined;
  return {
    line,
    others: ways.filter((way, m): way is Line => way !== undefined && way !== line && able[m] !== undefined),
  };
}

/** The facts that a text names without the line at a place. */
function factsOf(
  lines: readonly (ChosenLine | undefined)[],
  without: number,
  extra: readonly { readonly line: ChosenLine }[],
): Set<string> {
  const told = new Set<string>();
  const note = ({ line }: ChosenLine) => {
    for (const fact of line.facts) if (!REPEATABLE.has(fact)) told.add(fact);
  };
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n];
    if (line && n !== without) note(line);
  }
  for (const { line } of extra) note(line);
  return told;
}

/** Facts that a text may name more than once. */
const REPEATABLE = new Set(['town', 'name']);

/**
 * A line that names no fact again, where no line made room a short form, and one that is worded for the hand if there is
 * any: a line for everybody in the ad of somebody who writes formally stands out.
 */
function pick(
  lines: readonly Line[],
  isExtra: boolean,
  told: ReadonlySet<string>,
  hand: Hand,
  below: (bound: number) => number,
): Line {
  const fresh = lines.filter(({ facts }) => !facts.some((fact) => told.has(fact)));
  const able = fresh.length > 0 ? fresh : lines;
  const best = able.filter(({ short }) => short === isExtra);
  const choice = best.length > 0 ? best : able;
  const own = choice.filter(({ register }) => register === hand);
  const last = own.length > 0 ? own : choice;
  return last[below(last.length)] as Line;
}
