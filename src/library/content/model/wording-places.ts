import { grouped } from '#kernel/model/grouped.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import type { Half, WrittenGenre, WrittenGenres } from '#market/posts/model/genre-schemas.ts';
import { parseLine } from '#market/posts/model/line.ts';

/** Texts that are reviewed together: the wordings of signs in the ads of one family. */
export const WORDING_SETS = { services: 'services', jobs: 'jobs', groups: 'social' } as const satisfies Readonly<
  Record<string, Family>
>;
export type WordingSet = keyof typeof WORDING_SETS;
/** The ids of the families, as their reviews and forms are called. */
export const WORDING_SET_IDS = Object.keys(WORDING_SETS) as readonly WordingSet[];
/** True for the id of a family. */
export const isWordingSet = (id: string): id is WordingSet => Object.hasOwn(WORDING_SETS, id);

/**
 * Where a wording stands: a line of an ad; a line with the words of a sign that does not show it; a field of the form of
 * a site; a line that the advertiser has taken out; a talk below a post; a note of the records.
 */
export const WORDING_SPOTS = ['line', 'alike', 'field', 'removed', 'comment', 'note'] as const;
export type WordingSpot = (typeof WORDING_SPOTS)[number];

/** One wording, with its facts in braces and without tags. */
export interface SignWording {
  /** One line; of a talk, one line by each speaker in turn, the advertiser second. */
  readonly lines: readonly string[];
  /** Genres that have it; empty where all genres of the family share it. */
  readonly genres: readonly string[];
}

/** All wordings of one sign, cue or trap at one place, each once. */
export interface WordingPlace {
  readonly indicator: string;
  readonly at: WordingSpot;
  /** Field of the form, where it is one. */
  readonly field?: string;
  readonly wordings: readonly SignWording[];
}

/** What a place of a genre or of a family holds, before wordings that genres share are joined. */
interface Found {
  readonly indicator: string;
  readonly at: WordingSpot;
  readonly field?: string;
  readonly genre?: string;
  readonly lines: readonly string[];
}

type Worded<Lines> = Readonly<Record<string, Readonly<Record<Half, readonly Lines[]>>>>;

/**
 * The wordings of signs, cues and traps in the ads of a family, in one half: a row for each of them at each place. Signs
 * come in the order of the family, and those that only some genres know after them.
 */
export function wordingPlaces(written: WrittenGenres, set: WordingSet, half: Half): WordingPlace[] {
  const family = WORDING_SETS[set];
  const own = written.genres.filter((genre) => genre.family === family);
  const all = [...own.flatMap((genre) => inGenre(genre, half)), ...inFamily(written, family, half)];
  const places = grouped(all, ({ indicator, at, field }) => JSON.stringify([indicator, at, field]));
  const order = orderOf(family);
  return places
    .map((one) => joined(one, own.length))
    .sort(
      (a, b) => order(a.indicator) - order(b.indicator) || WORDING_SPOTS.indexOf(a.at) - WORDING_SPOTS.indexOf(b.at),
    );
}

function inGenre({ genre, slots, removed, comments }: WrittenGenre, half: Half): Found[] {
  const lines = (at: WordingSpot, worded: Worded<string> | undefined) =>
    found(worded, half, (line) => [line]).map((one) => ({ ...one, at, genre }));
  return [
    ...Object.values(slots).flatMap(({ signs, alike }) => [...lines('line', signs), ...lines('alike', alike)]),
    ...lines('removed', removed?.signs),
    ...found(comments?.signs, half, (talk: readonly string[]) => talk).map((one) => ({
      ...one,
      at: 'comment' as const,
      genre,
    })),
  ];
}

/** What all genres of a family have: fields of forms, and notes of the signs that its ads can show. */
function inFamily({ families, notes }: WrittenGenres, family: Family, half: Half): Found[] {
  const { said, shown } = FAMILIES[family];
  const known = new Set([...said, ...shown].map(({ id }) => id));
  const noted = Object.fromEntries(Object.entries(notes).filter(([id]) => known.has(id)));
  return [
    ...Object.entries(families[family].form).flatMap(([field, { signs }]) =>
      found(signs, half, (line) => [line]).map((one) => ({ ...one, at: 'field' as const, field })),
    ),
    ...found(noted, half, (line) => [line]).map((one) => ({ ...one, at: 'note' as const })),
  ];
}

const found = <Lines>(worded: Worded<Lines> | undefined, half: Half, linesOf: (one: Lines) => readonly string[]) =>
  Object.entries(worded ?? {}).flatMap(([indicator, halves]) =>
    halves[half].map((one) => ({ indicator, lines: linesOf(one).map((line) => parseLine(line).written) })),
  );

/** The wordings of one place, each once, with the genres that have it. */
function joined(all: readonly Found[], genres: number): WordingPlace {
  const { indicator, at, field } = all[0] as Found;
  const wordings = grouped(all, ({ lines }) => JSON.stringify(lines)).map((same): SignWording => {
    const own = [...new Set(same.flatMap(({ genre }) => genre ?? []))];
    return { lines: (same[0] as Found).lines, genres: own.length === genres ? [] : own };
  });
  return { indicator, at, ...(field !== undefined && { field }), wordings };
}

function orderOf(family: Family): (indicator: string) => number {
  const { said, shown } = FAMILIES[family];
  const ids = [...said, ...shown].map(({ id }) => id);
  return (indicator) => (ids.includes(indicator) ? ids.indexOf(indicator) : ids.length);
}
