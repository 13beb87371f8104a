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
  /** Number of lines of the ad, its title among them, that were left out because they contradict what is said. */
  readonly lost: number;
  /** Number of lines that were added because no line of the ad could make room for them. */
  readonly added: number;
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
export function composeAd({ ad, variant }: AssignedAd, order: MasterOrder, draw: KeyedFunction): Composed | undefined {
  const { genre, says, master } = order;
  // Each variant words what it says anew, so that two texts with the same signs have other wordings.
  const salt = variant.reduce((sum, way) => (sum * 5 + way) % SALTS, 0);
  const below = (use: number, n: number, bound: number) => draw(master, 1000 + use, n + salt * SALTS) % bound;
  const fits = fitting(order);
  const titles = ad.titles.filter((one) => fits({ ...one, again: false }, undefined));
  const firsts = titles.filter(({ again }) => !again);
  // An ad of a template may show in its fields what the first one does not, and then no title fits.
  const title = (firsts[(variant[0] as number) % Math.max(1, firsts.length)] ?? ad.titles[0]) as Line;
  const kept = ad.lines.map((line, n) => sayLine(line, n, variant, fits));
  const lines: (ChosenLine | undefined)[] = kept.map(({ line, others }) =>
    line ? { line, isOwn: true, shows: undefined, like: undefined, others } : undefined,
  );
  const slotsAt = (n: number) => ad.lines[n]?.slots ?? [];
  const extra: { readonly after: number; readonly line: ChosenLine }[] = [];
  let added = 0;

  for (const [n, id] of says.entries()) {
    const worded = (genre.slotsOf.get(id) ?? []).map((slot) => ({
      slot,
      lines: (genre.slots.get(slot)?.signs.get(id) ?? []).filter((one) => fits(one, id)),
    }));
    const able = worded.filter((one) => one.lines.length > 0);
    const open = able.length > 0 ? able : wordedAnyhow(genre, id);
    const first = open[below(0, n, Math.max(1, open.length))];
    if (!first) return undefined;
    const free = (slot: string) => lines.findIndex((line, at) => line?.isOwn === true && slotsAt(at).includes(slot));
    const roomy = open.find(({ slot }) => free(slot) >= 0) ?? first;
    const at = free(roomy.slot);
    const told = factsOf(lines.filter((_, m) => m !== at).concat(extra.map(({ line }) => line)));
    const line = pick(roomy.lines, at < 0, told, order.hand, (bound) => below(1, n, bound));
    const chosen: ChosenLine = { line, isOwn: false, shows: id, like: undefined, others: [] };
    if (at >= 0) lines[at] = chosen;
    else {
      const same = lines.findLastIndex((_, m) => slotsAt(m).includes(roomy.slot));
      extra.push({ after: same >= 0 ? same : Math.max(0, lines.length - 2), line: chosen });
      added += 1;
    }
  }

  if (order.namesPerson) {
    const named = lines.findLastIndex((line) => line?.isOwn === true && line.line.facts.includes('name'));
    const line = lines[named];
    if (line) lines[named] = { ...line, shows: LEFT_OVER };
    else {
      extra.push({ after: lines.length - 1, line: { ...SIGNATURE, shows: LEFT_OVER } });
      added += 1;
    }
  }
  lookAlike();
  const lost = kept.filter(({ isLost }, n) => isLost && lines[n] === undefined).length + (firsts.length === 0 ? 1 : 0);
  return {
    title,
    titles,
    lines: lines.flatMap((line, n) => [
      ...(line ? [line] : []),
      ...extra.filter(({ after }) => after === n).map((one) => one.line),
    ]),
    lost,
    added,
  };

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
    const told = factsOf(lines.filter((_, m) => m !== place.n));
    if (place.line.facts.some((fact) => told.has(fact))) return;
    lines[place.n] = { line: place.line, isOwn: false, shows: undefined, like: place.id, others: [] };
  }
}

/** All lines of an indicator, for an ad of a template whose fields forbid each of them. */
const wordedAnyhow = ({ slots, slotsOf }: MasterOrder['genre'], id: string) =>
  (slotsOf.get(id) ?? []).map((slot) => ({ slot, lines: slots.get(slot)?.signs.get(id) ?? [] }));

/** The way in which a variant says a line, or the next one that fits. */
function sayLine({ ways }: SlotLine, n: number, variant: Variant, fits: (line: Line, shows: undefined) => boolean) {
  const able = ways.map((way) => (way === undefined || fits(way, undefined) ? { way } : undefined));
  const wanted = variant[n + 1] as number;
  const order = ways.map((_, m) => (wanted + m) % ways.length);
  const found = order.find((m) => able[m]?.way !== undefined) ?? -1;
  const own = able[wanted];
  const line = own ? own.way : found >= 0 ? ways[found] : undefined;
  return {
    line,
    others: ways.filter((way, m): way is Line => way !== undefined && way !== line && able[m] !== undefined),
    isLost: own === undefined && line === undefined,
  };
}

const factsOf = (lines: readonly (ChosenLine | undefined)[]) =>
  new Set(lines.flatMap((line) => line?.line.facts.filter((fact) => !REPEATABLE.has(fact)) ?? []));

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
