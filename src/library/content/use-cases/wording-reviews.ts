import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import {
  isWordingSet,
  WORDING_SET_IDS,
  type WordingSet,
  wordingPlaces,
} from '#library/content/model/wording-places.ts';
import type { Half, WrittenGenres } from '#market/posts/model/genre-schemas.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { ASPECTS } from '#safety/content/model/is-reviewed.ts';
import { ReviewSchema } from '#safety/content/model/schemas.ts';
import { checkReview } from './review-sets.ts';

const WORDING_REVIEWS = 'content/reviews/wordings';
/** Place of the review of the wordings of a family. */
export const wordingReviewFile = (id: string): string => `${WORDING_REVIEWS}/${id}.yaml`;

const HALVES: readonly Half[] = ['practice', 'assessment'];

/**
 * SHA-256 over the wordings of a family in both halves, with their places and genres. The layout of a file, the order of
 * wordings and the tags before them do not change it.
 */
export function textHashOfWordings(written: WrittenGenres, set: WordingSet): string {
  const texts = HALVES.map((half) =>
    wordingPlaces(written, set, half)
      .flatMap(({ indicator, at, field = '', wordings }) =>
        wordings.map(({ lines, genres }) =>
          canonicalJson([indicator, at, field, [...lines], genres.toSorted(compareCodes)] as Json),
        ),
      )
      .sort(compareCodes),
  );
  return sha256Hex(canonicalJson(texts as Json));
}

/**
 * Checks the reviews of the wordings: one for each family, which must belong to its present wordings. Genres that cannot be
 * read are reported by `loadLibrary`, and here only where somebody has signed.
 */
export function checkWordingReviews(files: ProjectFiles): Issue[] {
  const missing = WORDING_SET_IDS.filter((id) => files.read(wordingReviewFile(id)) === undefined);
  const found = files.list(WORDING_REVIEWS).filter((name) => name.endsWith('.yaml'));
  const issues = found.flatMap((name) => {
    const path = `${WORDING_REVIEWS}/${name}`;
    const review = parseWith(ReviewSchema, files.read(path) ?? '', path);
    if (!review.ok) return [...review.issues];
    const id = name.replace(/\.yaml$/, '');
    if (!isWordingSet(id))
      return [fault('review.of-nothing', review.value, ['of'], { file: id, ids: WORDING_SET_IDS.join(', ') })];
    if (ASPECTS.every((side) => review.value.value[side].status === 'not-reviewed')) return [];
    const genres = loadGenres(files);
    return genres.ok ? checkReview(review.value, textHashOfWordings(genres.value, id)) : [...genres.issues];
  });
  return [...missing.map((id) => missingFile(wordingReviewFile(id))), ...issues];
}
