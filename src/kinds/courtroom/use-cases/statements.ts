import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import { lawStatements } from '#case/plug/model/law-statements.ts';
import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { ReadLibrary } from '#case/plug/use-cases/kind-builds.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { type LawCard, lawCardOf } from '#evidence/court-file/model/court-law.ts';
import type { LoadedBundle } from '#evidence/court-file/use-cases/load-bundles.ts';
import { courtroomKey } from '#kinds/courtroom/model/key.ts';
import { COURTROOM } from '#kinds/courtroom/model/kind.ts';
import { itemStatements } from './item-statements.ts';
import { judgmentStatements, sumStatements } from './judgment-statements.ts';
import { motionStatements } from './motion-statements.ts';
import { rowStatements } from './row-statements.ts';

/** The bundles of a case with the law card of their State, each once. */
export function bundlesOfCase(
  scenario: Scenario,
  { bundles, courts }: ReadLibrary,
): readonly (LoadedBundle & { readonly law: LawCard })[] {
  const named = COURTROOM.authoredIn(stateTree(scenario)).map(({ brief: { bundle = '' } }) => bundle);
  return [...new Set(named)].flatMap((id) => {
    const loaded = bundles.get(id);
    const law = loaded && lawCardOf(courts, loaded.bundle.state);
    return law ? [{ ...loaded, law }] : [];
  });
}

/** Everything that a court file and its key state, for reviewers: law, rows with their cells, motions, sums, judgment. */
export function courtStatements(key: AnswerKey, scenario: Scenario, library: ReadLibrary): readonly ReviewStatement[] {
  if (!COURTROOM.keyOf(key)) return [];
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
