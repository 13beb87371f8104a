import { scenesOf } from '#case/language/model/scenes.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { ReviewStatement, ReviewSubject } from '#case/plug/model/review-statement.ts';
import { statementsByKinds, textsShownByKinds } from '#case/plug/use-cases/ask-builds.ts';
import type { ReadLibrary, WithBuilds } from '#case/plug/use-cases/kind-builds.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { loadBundles } from '#evidence/court-file/use-cases/load-bundles.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { readCase } from '#library/cases/use-cases/read-case.ts';
import { textHashOfCase } from '#library/content/use-cases/review-sets.ts';
import { caseStatements } from '#library/review/model/case-statements.ts';
import { MarketProfileSchema } from '#market/ads/model/schemas.ts';
import { loadPlatforms } from '#market/platforms/use-cases/load-platforms.ts';

/** The kinds as far as they tell what a case states. */
export type ReviewKinds = WithBuilds;

/** A case for its reviewers: its whole text, then each decision, then the statements of its kinds of exercise. */
export function caseSubject(
  source: Scenario,
  key: AnswerKey,
  textHash: string,
  library: ReadLibrary & { readonly kinds: WithBuilds },
): ReviewSubject {
  const { id, title, summary } = source;
  const whole: ReviewStatement = { id: 'text', kind: 'text', about: title, text: summary, sources: [] };
  const leftOut = stateTree(source).flatMap(({ state }) =>
    state.type === 'exercise' && !library.kinds.builds.of(state.kind)?.statements ? [state.title] : [],
  );
  return {
    schema: 'review-subject/1',
    of: 'case',
    id,
    title,
    textHash,
    statements: [
      whole,
      ...caseStatements(scenesOf(source), key),
      ...statementsByKinds(key, source, library, library.kinds),
    ],
    leftOut,
  };
}

/** The case in `scenarios/<id>/` for its reviewers; undefined if it or its key is missing or malformed. */
export function caseSubjectIn(files: ProjectFiles, id: string, kinds: ReviewKinds): ReviewSubject | undefined {
  const { scenario, key, translations, workshop } = readCase(files, `scenarios/${id}`, kinds);
  if (!scenario || !key) return undefined;
  // The checker reports faults of bundles and platforms; what cannot be read has no statements.
  const library = { ...loadBundles(files, undefined), platforms: platformsIn(files, scenario.value), kinds };
  const textHash = textHashOfCase({
    scenario: scenario.value,
    key: key.value,
    translations: translations.map(({ value }) => value),
    workshop: workshop?.value,
    shown: textsShownByKinds(scenario.value, library, kinds),
  });
  return caseSubject(scenario.value, key.value, textHash, library);
}

/** The platforms of the market of a case. */
function platformsIn(files: ProjectFiles, { market: { profile } }: Scenario): ReadLibrary['platforms'] {
  const path = `content/markets/${profile.toLowerCase()}.yaml`;
  const text = files.read(path);
  const parsed = text === undefined ? undefined : parseWith(MarketProfileSchema, text, path);
  return loadPlatforms(files, parsed?.ok ? [parsed.value.value] : []).platforms;
}
