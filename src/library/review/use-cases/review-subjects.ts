import { statementsByKinds, textsShownByKinds } from '#app/kinds/ask-builds.ts';
import type { LibraryKinds, ReadLibrary, WithBuilds } from '#app/kinds/kind-plug.ts';
import { loadBundles } from '#app/library/load-bundles.ts';
import { loadPlatforms } from '#app/library/load-platforms.ts';
import { parseWith } from '#app/library/parse-with.ts';
import type { ProjectFiles } from '#app/library/project-files.ts';
import { readCase } from '#app/library/read-case.ts';
import { textHashOfCase } from '#app/library/review-sets.ts';
import { MarketProfileSchema } from '#core/market/schemas.ts';
import { caseStatements } from '#core/review/case-statements.ts';
import type { ReviewStatement, ReviewSubject } from '#core/review/statement.ts';
import { scenesOf } from '#core/scenario/scenes.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import { stateTree } from '#core/scenario/state-tree.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';

/** The kinds as far as they tell what a case states. */
export type ReviewKinds = WithBuilds & Pick<LibraryKinds, 'checks'>;

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
