import { required } from '#kernel/model/invariant.ts';
import { type Rng, stream } from '#kernel/model/rng.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import type { FactLists, FamilyMoves, Habits, SaidHalf, WrittenConstruction } from './language-schemas.ts';
import { MOVES, type Tag, type TextMove } from './moves.ts';
import { type Dictionary, dictionaryOf, meanLength, parseTemplate, type TemplatePiece } from './parse-template.ts';
import { type ReadyPiece, readyPieces } from './ready-pieces.ts';

/** The language of the ads as its files hold it; `said` is one half of the constructions, of practice or of assessment. */
export interface LanguageSource {
  readonly facts: FactLists;
  readonly habits: Habits;
  readonly moves: Readonly<Record<Family, FamilyMoves>>;
  readonly said: SaidHalf;
}

/** A construction that can be written. */
export interface Clause {
  readonly template: string;
  readonly pieces: readonly TemplatePiece[];
  /** The same, ready to be written by a voice with habits, and by one without. */
  readonly habitual: readonly ReadyPiece[];
  readonly plain: readonly ReadyPiece[];
  /** Mean characters of its readings. */
  readonly characters: number;
  readonly isFragment: boolean;
  readonly isQuestion: boolean;
  /** True if a comma may stand in it: another clause behind an "and" would be lost. */
  readonly hasComma: boolean;
  /** True if it cannot be said of another person. */
  readonly isOwn: boolean;
  readonly register: 'any' | 'casual' | 'formal';
}

/** Neutral clauses of one move: whole ones and fragments. */
export interface MovePool {
  readonly whole: readonly Clause[];
  readonly fragments: readonly Clause[];
}

/** The clauses of one sign, cue or trap, and those of the same words that do not show it. */
export interface SaidPool {
  readonly id: string;
  readonly move: TextMove;
  readonly clauses: readonly Clause[];
  /** Those of them that can be said of another person. */
  readonly ofOthers: readonly Clause[];
  readonly looks: { readonly move: TextMove; readonly clauses: readonly Clause[] };
}

export interface Language {
  /** The files from which it was compiled. */
  readonly source: LanguageSource;
  readonly habits: Habits;
  readonly facts: FactLists;
  /** By family, then by the number of the move. */
  readonly neutral: Readonly<Record<Family, readonly MovePool[]>>;
  /** By family, then by the bit of `said`. */
  readonly said: Readonly<Record<Family, readonly SaidPool[]>>;
}

/** Constructions of one sign that a market uses. */
export const CONSTRUCTIONS_PER_MARKET = 6;

const compiled = new WeakMap<LanguageSource, Language>();

/** Parses all templates, once. Throws `TemplateError`, and if an id that the generator plants has no clause. */
export function compileLanguage(source: LanguageSource): Language {
  const known = compiled.get(source) ?? parseAll(source);
  compiled.set(source, known);
  return known;
}

function parseAll(source: LanguageSource): Language {
  const dictionary = dictionaryOf(source.facts, source.habits);
  const families = Object.keys(FAMILIES) as Family[];
  const perFamily = <Value>(of: (family: Family) => Value) =>
    Object.fromEntries(families.map((family) => [family, of(family)])) as Record<Family, Value>;
  const parsed = new Map<string, Clause>();
  const clausesOf = (list: readonly WrittenConstruction[] = []) =>
    list.map((one) => {
      const key = JSON.stringify(one);
      const known = parsed.get(key) ?? clauseOf(one, dictionary);
      parsed.set(key, known);
      return known;
    });
  return {
    source,
    habits: source.habits,
    facts: source.facts,
    neutral: perFamily((family) =>
      MOVES.map((move) => {
        const all = clausesOf(source.moves[family][move]);
        return { whole: all.filter((one) => !one.isFragment), fragments: all.filter((one) => one.isFragment) };
      }),
    ),
    said: perFamily((family) => FAMILIES[family].said.map((_, bit) => saidPool(family, bit, source.said, clausesOf))),
  };
}

/** Where an id has several bits, each bit has one of its variants, in the order of the file. */
function saidPool(
  family: Family,
  bit: number,
  half: SaidHalf,
  clausesOf: (list: readonly WrittenConstruction[]) => Clause[],
): SaidPool {
  const { said } = FAMILIES[family];
  const { id } = required(said[bit], 'a bit of the plan');
  const written = required(half[id], `constructions of ${id}`);
  const looks = { move: written.looks.move, clauses: clausesOf(written.looks.says) };
  if ('says' in written) return withOthers({ id, move: written.move, clauses: clausesOf(written.says), looks });
  const turn = bit - said.findIndex((one) => one.id === id);
  const [variant, says] = required(Object.entries(written.variants)[turn], `variant ${turn + 1} of ${id}`);
  return withOthers({
    id,
    move: required(written.move[variant], `move of ${variant}`),
    clauses: clausesOf(says),
    looks,
  });
}

/** Where all clauses are in the first person, others are written about in it too. */
function withOthers(pool: Omit<SaidPool, 'ofOthers'>): SaidPool {
  const ofOthers = pool.clauses.filter(({ isOwn }) => !isOwn);
  return { ...pool, ofOthers: ofOthers.length > 0 ? ofOthers : pool.clauses };
}

function clauseOf(written: WrittenConstruction, dictionary: Dictionary): Clause {
  const [tags, template] = typeof written === 'string' ? ['', written] : required(Object.entries(written)[0], 'tags');
  const has = (tag: Tag) => tags.split(' ').includes(tag);
  const pieces = parseTemplate(template, dictionary);
  return {
    template,
    pieces,
    habitual: readyPieces(pieces, true),
    plain: readyPieces(pieces, false),
    characters: meanLength(pieces),
    isFragment: has('fragment'),
    isQuestion: has('question'),
    hasComma: template.includes(','),
    isOwn: has('own'),
    register: has('casual') ? 'casual' : has('formal') ? 'formal' : 'any',
  };
}

/**
 * The language as one market speaks it: some constructions of each sign, drawn from its seed. `streamOf` is the source of
 * draws of the generator version.
 */
export function languageOfMarket(
  language: Language,
  seed: string,
  streamOf: (seed: string, use: string) => Rng = stream,
): Language {
  const rng = streamOf(seed, 'constructions');
  const some = (pool: SaidPool): SaidPool => {
    const left = [...pool.clauses];
    const clauses: Clause[] = [];
    while (left.length > 0 && clauses.length < CONSTRUCTIONS_PER_MARKET)
      clauses.push(...left.splice(rng.int(left.length), 1));
    return withOthers({ ...pool, clauses });
  };
  const { said } = language;
  return {
    ...language,
    said: { services: said.services.map(some), jobs: said.jobs.map(some), social: said.social.map(some) },
  };
}
