import type { z } from 'zod';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import type { Family } from '#market/ads/model/families.ts';
import { BorrowError, borrowWordings } from '#market/posts/model/borrow-wordings.ts';
import { factsOfServices } from '#market/posts/model/facts-of-services.ts';
import { factsOfWork } from '#market/posts/model/facts-of-work.ts';
import { FAMILY_NAMES } from '#market/posts/model/family-names.ts';
import {
  type FamilyWords,
  FamilyWordsSchema,
  GenreSchema,
  type GenreShares,
  GenreSharesSchema,
  HandSharesSchema,
  NotesSchema,
  PurposeSharesSchema,
  WholeAdsSchema,
  type WrittenGenre,
  type WrittenGenres,
} from '#market/posts/model/genre-schemas.ts';
import { LineError, parseLine } from '#market/posts/model/line.ts';

/**
 * Genres of the ads, as authored: a file for each genre and for each family, `hands.yaml` (how people type), `shares.yaml`
 * (how often each genre occurs), `purposes.yaml` (who posts what for) and `notes.yaml` (replies, calls and chats).
 */
export const GENRE_FOLDER = `content/genres/${FIRST_LANGUAGE}`;

/** Files of the folder that are no genre. */
const NO_GENRES: readonly string[] = [...FAMILY_NAMES, 'hands', 'shares', 'purposes', 'notes'];
/** Folder of the whole ads: files of a genre begin with its name. */
const ADS = `${GENRE_FOLDER}/ads`;

const INDICATORS = 'content/indicators';

/** Names of the YAML files of a folder, without their ending. */
const namesIn = (files: ProjectFiles, folder: string): string[] =>
  files.list(folder).flatMap((name) => (name.endsWith('.yaml') ? [name.slice(0, -'.yaml'.length)] : []));

/** Reads all genres. Reports all faults of all files at once, each with its place. */
export function loadGenres(files: ProjectFiles): Parsed<WrittenGenres> {
  const issues: Issue[] = [];
  function file<Schema extends z.ZodType>(schema: Schema, name: string): Placed<z.output<Schema>> | undefined {
    const path = `${GENRE_FOLDER}/${name}.yaml`;
    const text = files.read(path);
    const parsed = text === undefined ? undefined : parseWith(schema, text, path);
    if (parsed?.ok) return parsed.value;
    issues.push(...(parsed?.issues ?? [missingFile(path)]));
    return undefined;
  }
  const names = namesIn(files, GENRE_FOLDER).filter((name) => !NO_GENRES.includes(name));
  const genres = names.map((name) => file(GenreSchema, name));
  const families = FAMILY_NAMES.map((family) => file(FamilyWordsSchema, family));
  const hands = file(HandSharesSchema, 'hands');
  const whole = names.map((name) =>
    files
      .list(ADS)
      .filter((one) => one.endsWith('.yaml') && (one === `${name}.yaml` || one.startsWith(`${name}-`)))
      .map((one) => file(WholeAdsSchema, `ads/${one.slice(0, -'.yaml'.length)}`)),
  );
  const shares = file(GenreSharesSchema, 'shares');
  const purposes = file(PurposeSharesSchema, 'purposes');
  const notes = file(NotesSchema, 'notes');
  for (const [n, genre] of genres.entries())
    for (const placed of [genre, ...(whole[n] ?? [])])
      if (placed && genre) issues.push(...lineIssues(placed, factsOfGenre(genre.value, families, genres)));
  const indicators = namesIn(files, INDICATORS);
  for (const placed of [...genres, ...families]) if (placed) issues.push(...unknownIndicators(placed, indicators));
  const borrowed = borrowedOrIssue(genres, issues);
  if (shares) issues.push(...unknownGenres(shares, names));
  if (issues.length > 0 || !hands || !shares || !purposes || !notes) return { ok: false, issues };
  return {
    ok: true,
    value: {
      genres: borrowed,
      families: Object.fromEntries(FAMILY_NAMES.map((family, n) => [family, families[n]?.value])) as Record<
        (typeof FAMILY_NAMES)[number],
        FamilyWords
      >,
      ads: Object.fromEntries(names.map((name, n) => [name, whole[n]?.flatMap((placed) => placed?.value ?? []) ?? []])),
      hands: hands.value,
      shares: shares.value,
      purposes: purposes.value,
      notes: notes.value,
    },
  };
}

/** Shares of genres that have no file: a misspelled name would take the genre from its sites. */
const unknownGenres = (shares: Placed<GenreShares>, names: readonly string[]): Issue[] =>
  Object.entries(shares.value).flatMap(([setting, own]) =>
    Object.keys(own)
      .filter((name) => !names.includes(name))
      .map((name) => fault('library.bad-line', shares, [setting, name], { why: `there is no genre ${name}` })),
  );

/** Lists of a genre or a family whose members are indicators, and records whose keys are. */
const LISTS_OF_INDICATORS = new Set(['needs', 'never', 'about-others']);
const RECORDS_OF_INDICATORS = new Set(['signs', 'alike', 'beside']);

/** Names in the place of an indicator that the catalogue does not have: they would be planted and forbidden nowhere. */
const unknownIndicators = (placed: Placed<unknown>, known: readonly string[]): Issue[] =>
  [...indicatorsIn(placed.value, [])]
    .filter(({ id }) => !known.includes(id))
    .map(({ id, path }) => {
      const meant = nearestName(id, known);
      const why = `there is no indicator ${id}${meant === undefined ? '' : `; ${meant} is meant, perhaps`}`;
      return fault('library.bad-line', placed, path, { why });
    });

function* indicatorsIn(value: unknown, path: Path): Generator<{ id: string; path: Path }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (RECORDS_OF_INDICATORS.has(key)) for (const id of Object.keys(inner)) yield { id, path: [...path, key, id] };
    else if (LISTS_OF_INDICATORS.has(key))
      for (const [n, id] of (inner as readonly string[]).entries()) yield { id, path: [...path, key, n] };
    else if (!Array.isArray(inner)) yield* indicatorsIn(inner, [...path, key]);
  }
}

/** The genres with the wordings that they borrow; a genre that borrows from none is an issue. */
function borrowedOrIssue(genres: readonly (Placed<WrittenGenre> | undefined)[], issues: Issue[]): WrittenGenre[] {
  const read = genres.flatMap((placed) => (placed ? [placed.value] : []));
  try {
    return borrowWordings(read);
  } catch (error) {
    if (!(error instanceof BorrowError)) throw error;
    const placed = genres.find((one) => one?.value.genre === error.genre);
    if (placed) issues.push(fault('library.bad-line', placed, ['wordings'], { why: error.message }));
    return read;
  }
}

type Path = readonly (string | number)[];

/** Lists of a genre that hold no lines. */
const NO_LINES = new Set(['facts', 'rows', 'sectors', 'genre', 'family', 'speaks', 'purpose', 'amount', 'wordings']);
const NO_LINES_OF_ADS = new Set(['by', 'about', 'sector']);

/** Names of the facts that every family computes; the persons whose facts they are do not matter for that. */
const COMPUTED: Readonly<Record<Family, readonly string[]>> = {
  services: Object.keys(factsOfServices(() => 0, [], [])),
  jobs: Object.keys(factsOfWork(() => 0)),
  social: Object.keys(factsOfWork(() => 0)),
};

/** Names of all facts that lines of a genre can hold; undefined where the words of its family cannot be read. */
function factsOfGenre(
  genre: WrittenGenre,
  families: readonly (Placed<FamilyWords> | undefined)[],
  genres: readonly (Placed<WrittenGenre> | undefined)[],
): ReadonlySet<string> | undefined {
  const family = families[FAMILY_NAMES.indexOf(genre.family)]?.value;
  if (!family) return undefined;
  const lender = genres.find((one) => one?.value.genre === genre.wordings?.of)?.value;
  const rows = [family.rows, genre.rows].flatMap((one) => Object.values(one ?? {}).flat());
  return new Set([
    ...COMPUTED[genre.family],
    ...[family.facts, lender?.facts, genre.facts].flatMap((facts) => Object.keys(facts ?? {})),
    ...rows.flatMap((row) => Object.keys(row)),
  ]);
}

/** Issues of the lines of a genre, wherever they stand in it: what cannot be read, and facts that nobody fills in. */
function lineIssues(placed: Placed<unknown>, known: ReadonlySet<string> | undefined): Issue[] {
  return [...linesIn(placed.value, [])].flatMap(({ line, path }) => {
    try {
      return parseLine(line)
        .facts.filter((fact) => known?.has(fact) === false)
        .map((fact) => fault('library.bad-line', placed, path, { why: `it has no fact {${fact}}` }));
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      return [fault('library.bad-line', placed, path, { why: error.message })];
    }
  });
}

function* linesIn(value: unknown, path: Path): Generator<{ line: string; path: Path }> {
  if (typeof value === 'string') yield { line: value, path };
  else if (Array.isArray(value)) for (const [n, one] of value.entries()) yield* linesIn(one, [...path, n]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if ((path.length > 0 || !NO_LINES.has(key)) && !NO_LINES_OF_ADS.has(key)) yield* linesIn(inner, [...path, key]);
}
