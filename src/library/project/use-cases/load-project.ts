import { isCaseFolder } from '#case/language/use-cases/case-file-names.ts';
import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { type ParallelPair, type RoundCase, readParallelTests } from '#library/cases/use-cases/parallel-tests.ts';
import { readCase } from '#library/cases/use-cases/read-case.ts';
import { type Library, loadLibrary } from '#library/content/use-cases/load-library.ts';
import { checkLessonReviews, checkReviewSets } from '#library/content/use-cases/review-sets.ts';
import { checkWordingReviews } from '#library/content/use-cases/wording-reviews.ts';
import type { Recommendations } from '#library/recommendations/model/schemas.ts';
import { loadRecommendations } from './load-recommendations.ts';

/** All authored content: the library and every shipped case. */
export interface Project {
  readonly library: Library;
  readonly cases: readonly RoundCase[];
  /** Pairs of equally hard markets for a round before a training and one after it; see `parallelRounds`. */
  readonly parallelTests: readonly ParallelPair[];
  /** The recommendations of the report behind the kit, with the places that train them. */
  readonly recommendations: Recommendations;
}

/**
 * Reads `content/` and `scenarios/` completely. Reports all faults of all files at once; a case must be named like its
 * folder, and a review must belong to the current texts.
 */
export function loadProject(files: ProjectFiles, kinds: LibraryKinds): Parsed<Project> {
  const library = loadLibrary(files, kinds);
  const folders = files.list('scenarios').filter((name) => isCaseFolder(files, `scenarios/${name}`));
  const issues: Issue[] = library.ok ? [] : [...library.issues];
  const cases = folders.flatMap((name) => {
    const folder = `scenarios/${name}`;
    if (!library.ok) {
      issues.push(...readCase(files, folder, kinds).issues);
      return [];
    }
    const loaded = loadCase(files, folder, library.value);
    if (!loaded.ok) issues.push(...loaded.issues);
    return loaded.ok ? [loaded.value] : [];
  });
  issues.push(...checkReviewSets(files), ...checkLessonReviews(files), ...checkWordingReviews(files));
  if (!library.ok || issues.length > 0) return { ok: false, issues };
  const tests = readParallelTests(files, cases);
  const recommendations = loadRecommendations({ files, cases, library: library.value });
  if (!tests.ok || !recommendations.ok)
    return { ok: false, issues: [tests, recommendations].flatMap((read) => (read.ok ? [] : read.issues)) };
  return {
    ok: true,
    value: { library: library.value, cases, parallelTests: tests.value, recommendations: recommendations.value },
  };
}
