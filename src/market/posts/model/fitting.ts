import type { Genre } from './genre.ts';
import type { Line } from './line.ts';
import { type Hand, suits } from './typing.ts';

/** What decides whether a line can stand in a text. */
export interface FittingOrder {
  readonly genre: Genre;
  readonly hand: Hand;
  readonly says: readonly string[];
  readonly elsewhere: readonly string[];
}

/**
 * Whether a line can stand in a text: its register, in whose words it is, and what stands beside it. `shows` is the
 * indicator that the line shows; `mayRepeat` lets a line pass that only stands in an ad that is posted again.
 */
export function fitting({ genre, hand, says, elsewhere }: FittingOrder) {
  const beside = new Set([...says, ...elsewhere]);
  const isAboutOthers = [...genre.aboutOthers].some((id) => beside.has(id));
  const { bitOf, forbids } = rulesOf(genre);
  let present = 0;
  for (const id of beside) present |= bitOf.get(id) ?? 0;
  return (line: Line, shows: string | undefined, mayRepeat = false): boolean => {
    if ((line.again && !mayRepeat) || !suits(line, hand)) return false;
    if (line.not.length > 0 && line.not.some((id) => beside.has(id))) return false;
    // In the words of the person it speaks of, or in those of somebody else: a text has lines of one of them.
    if (genre.speaks === 'I' && (isAboutOthers ? line.speaker === 'I' : line.others)) return false;
    const own = shows === undefined ? 0 : (bitOf.get(shows) ?? 0);
    return (forbids(line) & present & ~own) === 0;
  };
}

/** The rules of a genre about what stands beside what, one bit each. */
interface Rules {
  readonly bitOf: ReadonlyMap<string, number>;
  /** The bits of the indicators beside which the line cannot stand. */
  readonly forbids: (line: Line) => number;
}

const known = new WeakMap<Genre, Rules>();

function rulesOf(genre: Genre): Rules {
  const before = known.get(genre);
  if (before) return before;
  const rules = [...genre.beside.values()];
  if (rules.length > MAX_RULES) throw new RangeError(`Genre ${genre.id} has more than ${MAX_RULES} rules.`);
  const ofLine = new WeakMap<Line, number>();
  const made: Rules = {
    bitOf: new Map([...genre.beside.keys()].map((id, n) => [id, 1 << n])),
    forbids(line) {
      const kept = ofLine.get(line);
      if (kept !== undefined) return kept;
      const text = line.written.toLowerCase();
      const bits = rules.reduce(
        (mask, { facts, words }, n) =>
          line.facts.some((fact) => facts.has(fact)) || words.some((word) => text.includes(word))
            ? mask | (1 << n)
            : mask,
        0,
      );
      ofLine.set(line, bits);
      return bits;
    },
  };
  known.set(genre, made);
  return made;
}

/** Bits of a number. */
const MAX_RULES = 31;
