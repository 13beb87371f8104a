import type { ReadLibrary } from '#app/kinds/kind-plug.ts';
import type { LoadedBundle } from '#app/library/load-bundles.ts';
import { type LawCard, lawCardOf } from '#core/bundle/court-law.ts';
import { courtroomKey, courtroomPartOf } from '#core/courtroom/key.ts';
import type { CourtroomBrief } from '#core/courtroom/schemas.ts';
import { lawStatements } from '#core/review/law-statements.ts';
import type { ReviewStatement } from '#core/review/statement.ts';
import type { Scenario } from '#core/scenario/schemas.ts';
import { stateTree } from '#core/scenario/state-tree.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';
import { itemStatements } from './item-statements.ts';
import { judgmentStatements, sumStatements } from './judgment-statements.ts';
import { motionStatements } from './motion-statements.ts';
import { rowStatements } from './row-statements.ts';

/** The bundles of a case with the law card of their State, each once. */
export function bundlesOfCase(
  scenario: Scenario,
  { bundles, courts }: ReadLibrary,
): readonly (LoadedBundle & { readonly law: LawCard })[] {
  const named = stateTree(scenario).flatMap(({ state }) =>
    state.type === 'exercise' && state.kind === 'courtroom'
      ? [(state.brief as unknown as Partial<CourtroomBrief>).bundle ?? '']
      : [],
  );
  return [...new Set(named)].flatMap((id) => {
    const loaded = bundles.get(id);
    const law = loaded && lawCardOf(courts, loaded.bundle.state);
    return law ? [{ ...loaded, law }] : [];
  });
}

/** Everything that a court file and its key state, for reviewers: law, rows with their cells, motions, sums, judgment. */
export function courtStatements(key: AnswerKey, scenario: Scenario, library: ReadLibrary): readonly ReviewStatement[] {
  if (!courtroomPartOf(key)) return [];
  const answers = courtroomKey({ key });
  // A case has one key for its courts, so that its first bundle is its only one.
  return bundlesOfCase(scenario, library)
    .slice(0, 1)
    .flatMap(({ bundle, facts, law }) => [
      ...lawStatements(law, 'courtroom'),
      ...rowStatements(bundle, facts, answers),
      ...motionStatements(bundle, law, answers),
      ...sumStatements(bundle, answers),
      ...itemStatements(bundle, answers),
      ...judgmentStatements(bundle, answers),
    ]);
}
