import type { z } from 'zod';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import type { LanguageSource } from '#market/text/model/language.ts';
import {
  type FactLists,
  FactListsSchema,
  type FamilyMoves,
  HabitsSchema,
  MovesSchema,
  type SaidHalf,
  SaidSchema,
  type WrittenConstruction,
} from '#market/text/model/language-schemas.ts';
import { type Dictionary, dictionaryOf, parseTemplate, TemplateError } from '#market/text/model/parse-template.ts';

/** The two halves of constructions: what is practised, and what only assessed markets say. */
export type LanguageHalf = 'practice' | 'assessment';

/** Words of the ads, as authored. */
export const LEXICON = `content/lexicon/${FIRST_LANGUAGE}.yaml`;
/** Constructions of the ads, as authored. */
export const LANGUAGE_FOLDER = `content/lexicon/${FIRST_LANGUAGE}`;
const FAMILY_NAMES: readonly Family[] = ['services', 'jobs', 'social'];

/** Reads the language of the ads, one half of it. Reports all faults of all files at once, each with its place. */
export function loadLanguage(files: ProjectFiles, half: LanguageHalf): Parsed<LanguageSource> {
  const issues: Issue[] = [];
  function file<Schema extends z.ZodType>(schema: Schema, name: string): Placed<z.output<Schema>> | undefined {
    const path = `${LANGUAGE_FOLDER}/${name}.yaml`;
    const text = files.read(path);
    if (text === undefined) {
      issues.push(missingFile(path));
      return undefined;
    }
    const parsed = parseWith(schema, text, path);
    if (parsed.ok) return parsed.value;
    issues.push(...parsed.issues);
    return undefined;
  }
  const lists = [file(FactListsSchema, 'facts'), file(FactListsSchema, 'facts-of-work')];
  const habits = file(HabitsSchema, 'habits');
  const moves = FAMILY_NAMES.map((family) => file(MovesSchema, `moves/${family}`));
  const said = ['signs', 'cues-and-traps', 'work'].map((name) => file(SaidSchema, `${half}/${name}`));
  const facts = factsOf('facts', lists, () => Object.assign({}, ...lists.map((list) => list?.value)) as FactLists);
  if (habits) {
    const dictionary = dictionaryOf(facts, habits.value);
    for (const placed of [...moves, ...said]) if (placed) issues.push(...templateIssues(placed, dictionary));
  }
  if (said.every((one) => one !== undefined)) issues.push(...wordingIssues(said, half));
  if (issues.length > 0 || !habits) return { ok: false, issues };
  const value = sourceOf(half, [facts, habits, ...moves, ...said], () => ({
    facts,
    habits: habits.value,
    moves: Object.fromEntries(FAMILY_NAMES.map((family, n) => [family, moves[n]?.value])) as Record<
      Family,
      FamilyMoves
    >,
    said: Object.assign({}, ...said.map((one) => one?.value)) as SaidHalf,
  }));
  return { ok: true, value };
}

/** Both halves have their facts, and a language is compiled once for each source. */
const factsOf = rememberLast<FactLists>(1);
const sourceOf = rememberLast<LanguageSource>(2);
const issuesOf = rememberLast<Issue[]>(20);

/** In how many sentences of one ad each id can stand: once, or once for each of its variants. */
const TIMES_SAID = new Map<string, number>();
for (const { said } of Object.values(FAMILIES))
  for (const { id } of said) TIMES_SAID.set(id, said.filter((one) => one.id === id).length);

/** Issues where what ads can say, and what the files of a half have words for, differ. */
function wordingIssues(said: readonly Placed<SaidHalf>[], half: LanguageHalf): Issue[] {
  const folder = `${LANGUAGE_FOLDER}/${half}`;
  const issues: Issue[] = [];
  for (const placed of said)
    for (const id of Object.keys(placed.value))
      if (!TIMES_SAID.has(id)) issues.push(fault('library.never-said', placed, [id], { indicator: id }));
  for (const [id, times] of TIMES_SAID) {
    const placed = said.find(({ value }) => Object.hasOwn(value, id));
    const written = placed?.value[id];
    const wordings = written === undefined ? 0 : 'says' in written ? 1 : variantsOf(written);
    if (wordings >= times) continue;
    const params = { indicator: id, folder, count: times };
    const position = placed?.position([id]) ?? { file: `${folder}/signs.yaml`, line: 1, column: 1 };
    issues.push({ code: 'library.unworded-sign', severity: 'error', path: [id], params, position });
  }
  return issues;
}

/** Variants that have constructions and a move. */
const variantsOf = ({ variants, move }: Extract<SaidHalf[string], { variants: unknown }>) =>
  Object.keys(variants).filter((variant) => Object.hasOwn(move, variant)).length;

/** Issues of the templates in a file, wherever they stand in it. */
function templateIssues(placed: Placed<unknown>, dictionary: Dictionary): Issue[] {
  return issuesOf(placed.position([]).file, [placed, dictionary], () => findTemplateIssues(placed, dictionary));
}

function findTemplateIssues(placed: Placed<unknown>, dictionary: Dictionary): Issue[] {
  return [...templatesIn(placed.value, [])].flatMap(({ template, path }) => {
    try {
      parseTemplate(template, dictionary);
      return [];
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      return [fault('library.bad-template', placed, path, { why: error.message })];
    }
  });
}

type Path = readonly (string | number)[];

/** All templates of a file: the entries of its lists. */
function* templatesIn(value: unknown, path: Path): Generator<{ template: string; path: Path }> {
  if (Array.isArray(value)) {
    for (const [n, one] of (value as WrittenConstruction[]).entries()) {
      if (typeof one === 'string') yield { template: one, path: [...path, n] };
      else for (const [tags, template] of Object.entries(one)) yield { template, path: [...path, n, tags] };
    }
  } else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* templatesIn(inner, [...path, key]);
}
