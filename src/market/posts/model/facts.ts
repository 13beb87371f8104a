import type { KeyedFunction } from '#kernel/model/keyed-function.ts';
import type { FactList, Genre } from './genre.ts';

/** What the draw has decided about a persona before any word is chosen; fields and texts are written from the same. */
export interface Persona {
  /** Unique in the market. */
  readonly number: number;
  readonly name: string;
  /** Another person, such as a receiver of money. */
  readonly other: string;
  readonly town: string;
  /** Price of an hour, or pay, in SIM. */
  readonly amount: number;
  readonly phone: string;
  readonly handle: string;
  /** The house of a service, or the employer. */
  readonly house: string;
  readonly reg: string;
  readonly origin: string;
  readonly languages: readonly string[];
  readonly sector: string;
  /** True if the hours are all hours. */
  readonly isAlwaysOpen: boolean;
}

/** Facts as words, by name. Throws for a name that the genre does not know. */
export type PersonaFacts = (name: string) => string;

/** A fact that is computed from others. `below` draws a number for this persona and this fact. */
export type ComputedFact = (persona: Persona, below: (n: number, bound: number) => number) => string;

/** A number of its own for each name of a fact, so that no two facts share a draw. */
const numbers = new Map<string, number>();
function numberOf(name: string): number {
  const known = numbers.get(name) ?? fnv(name);
  numbers.set(name, known);
  return known;
}

/** @see G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a, 1991. It only tells names apart; the draw is under a key. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}

/** The use of the draw of a row; no fact has this name. */
const ROW = '(row)';

/**
 * The facts of a persona in a genre: computed ones first, then those of the row of its sector, then those of the lists.
 * Each is drawn once for the persona.
 */
export function factsOf(
  persona: Persona,
  { lists, rows, id }: Pick<Genre, 'lists' | 'rows' | 'id'>,
  computed: Readonly<Record<string, ComputedFact>>,
  draw: KeyedFunction,
): PersonaFacts {
  const known = new Map<string, string>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const below = (n: number, bound: number) => draw(persona.number, numberOf(name), n) % bound;
    const compute = computed[name];
    const value = compute ? compute(persona, below) : (ofRow(name) ?? ofList(lists.get(name), persona.sector, below));
    if (value === undefined) throw new RangeError(`Genre ${id} has no fact {${name}}.`);
    known.set(name, value);
    return value;
  };

  function ofRow(name: string): string | undefined {
    const choices = rows.get(persona.sector);
    return choices?.[draw(persona.number, numberOf(ROW), 0) % choices.length]?.[name];
  }
}

function ofList(list: FactList | undefined, sector: string, below: (n: number, bound: number) => number) {
  const choices = Array.isArray(list) ? (list as readonly string[]) : (list as Record<string, string[]>)?.[sector];
  return choices?.[below(0, choices.length)];
}
