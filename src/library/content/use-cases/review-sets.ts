import { asHashed } from '#case/language/model/as-hashed.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { Translation } from '#case/language/model/translation/schemas.ts';
import type { Workshop } from '#case/language/model/workshop-schemas.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { type Placed, parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { ASPECTS } from '#safety/content/model/is-reviewed.ts';
import { type Review, ReviewSchema } from '#safety/content/model/schemas.ts';
import { filesBelow } from './files-below.ts';
import { screenFiles } from './screen-files.ts';
import { screenWords } from './screen-words.ts';

/** Sets of texts other than cases that are reviewed together; each has a file of its name in `content/reviews/`. */
export const REVIEW_SETS = ['indicators', 'lessons', 'screens'] as const;
export type ReviewSet = (typeof REVIEW_SETS)[number];

/**
 * The files of each set. Weights and planting rates are numbers for the generator, so they are not reviewed as texts.
 */
const SOURCES = 'content/sources.yaml';
const NUMERIC_FILES: ReadonlySet<string> = new Set([
  'content/indicators/planting.yaml',
  'content/indicators/weights.yaml',
]);
const FILES: Readonly<Record<ReviewSet, (files: ProjectFiles) => string[]>> = {
  indicators: (files) => [
    ...filesBelow(files, 'content/indicators', /\.yaml$/).filter((path) => !NUMERIC_FILES.has(path)),
    SOURCES,
  ],
  lessons: (files) => [
    ...files
      .list('content')
      .filter((name) => /^[a-z]{2}$/.test(name))
      .flatMap((locale) => filesBelow(files, `content/${locale}`, /\.mdx$/)),
    SOURCES,
  ],
  screens: screenFiles,
};

/** The files whose texts are reviewed with a set, by their paths in the project. */
export const filesOfSet = (files: ProjectFiles, set: ReviewSet): readonly string[] => FILES[set](files);

/**
 * SHA-256 over the texts of a set: it changes with any changed word and any added or removed text. Layout of a file,
 * line endings and the code of a page do not change it. Authored files count with their names, by which they are cited.
 * A screen is code, which may be moved or split: its words count, and not where they lie.
 */
export function textHashOfSet(files: ProjectFiles, set: ReviewSet): string {
  const texts = FILES[set](files).map((path) => [path, textsOf(path, plainLines(files.read(path) ?? ''))] as const);
  return sha256Hex(canonicalJson((set === 'screens' ? withoutPlaces(texts) : texts) as Json));
}

/** The texts in an order that no path decides. A file of code without words is none. */
const withoutPlaces = (texts: readonly (readonly [path: string, text: unknown])[]): string[] =>
  texts
    .map(([, text]) => canonicalJson(text as Json))
    .filter((text) => text !== '[]')
    .sort(compareCodes);

/** SHA-256 over the text of one lesson in the source language; undefined where there is no such lesson. */
export function textHashOfLesson(files: ProjectFiles, id: string): string | undefined {
  const text = files.read(lessonFile(id));
  return text === undefined ? undefined : sha256Hex(canonicalJson(plainLines(text)));
}

/** Place of a lesson in the source language, and of its own review. */
export const lessonFile = (id: string): string => `content/${FIRST_LANGUAGE}/lessons/${id}.mdx`;
export const lessonReviewFile = (id: string): string => `${LESSON_REVIEWS}/${id}.yaml`;
const LESSON_REVIEWS = 'content/reviews/lessons';

/**
 * SHA-256 over everything that players of a case read: its story, its key, its translations, and the texts of the library
 * that its exercises show.
 */
export function textHashOfCase(parts: {
  readonly scenario: Scenario;
  readonly key: AnswerKey;
  readonly translations: readonly Translation[];
  readonly workshop?: Workshop | undefined;
  /** See `textsShownByKinds`. */
  readonly shown?: readonly unknown[];
}): string {
  const translations = parts.translations.toSorted((a, b) => compareCodes(a.locale, b.locale));
  const all = [
    asHashed(parts.scenario),
    parts.key,
    translations,
    ...(parts.workshop ? [parts.workshop] : []),
    ...(parts.shown ?? []),
  ];
  return sha256Hex(canonicalJson(all as unknown as Json));
}

/** Issues for aspects of a review that was made of an earlier text (rule C28). An aspect not reviewed needs no hash. */
export function checkReview(review: Placed<Review>, textHash: string): Issue[] {
  return ASPECTS.flatMap((side) => {
    const entry = review.value[side];
    return entry.status === 'not-reviewed' || entry.textHash === textHash
      ? []
      : [fault('review.text-changed', review, [side, 'textHash'], { side, of: review.value.of, hash: textHash })];
  });
}

/** Checks the reviews of all sets: each must exist and belong to the current texts. */
export function checkReviewSets(files: ProjectFiles, sets: readonly ReviewSet[] = REVIEW_SETS): Issue[] {
  return sets.flatMap((set) => {
    const path = `content/reviews/${set}.yaml`;
    const text = files.read(path);
    if (text === undefined) return [missingFile(path)];
    const review = parseWith(ReviewSchema, text, path);
    if (!review.ok) return [...review.issues];
    const isSigned = ASPECTS.some((side) => review.value.value[side].status === 'reviewed');
    return isSigned ? checkReview(review.value, textHashOfSet(files, set)) : [];
  });
}

/** Checks the reviews of single lessons: each must belong to the present text of its lesson. */
export function checkLessonReviews(files: ProjectFiles): Issue[] {
  return files
    .list(LESSON_REVIEWS)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const path = `${LESSON_REVIEWS}/${name}`;
      const id = name.replace(/\.yaml$/, '');
      const review = parseWith(ReviewSchema, files.read(path) ?? '', path);
      if (!review.ok) return [...review.issues];
      const textHash = textHashOfLesson(files, id);
      return textHash === undefined ? [missingFile(lessonFile(id))] : checkReview(review.value, textHash);
    });
}

const plainLines = (text: string) => text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');

/** The texts of all sets are some hundred files. */
const remember = rememberLast<unknown>(1_000);

const textsOf = (path: string, text: string): unknown => remember(path, [text], () => readTexts(path, text));

function readTexts(path: string, text: string): unknown {
  if (path.endsWith('.json')) return JSON.parse(text);
  if (path.endsWith('.yaml')) {
    const read = readYaml(text, path);
    return read.ok ? read.value.value : text;
  }
  if (!/\.(?:astro|ts)$/.test(path)) return text;
  return screenWords(text, path.endsWith('.astro')).map(({ text: words }) => words.replaceAll(/\s+/g, ' '));
}
