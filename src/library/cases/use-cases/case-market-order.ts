import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';

/** What a search for another market of the same case changes. */
type Changed = Partial<Pick<MarketOrder, 'seed' | 'posts'>>;

/** The order of the market of a case. The ads of a test are written in the wordings that practice markets do not use. */
export function caseMarketOrder(
  source: Scenario,
  profile: MarketProfile,
  { lexicon, posts, assessmentPosts, catalogue, planting, weights, kinds }: Library,
  changed: Changed = {},
): MarketOrder {
  const { preset: size, prevalence, seed } = source.market;
  return {
    profile,
    lexicon,
    posts: hasTest(source, kinds) ? assessmentPosts : posts,
    catalogue,
    planting,
    weights,
    size,
    prevalence,
    seed,
    until: source.start,
    ...changed,
  };
}

/** A project has some thirty cases, and a change of a text leaves their markets as they are. */
const remember = rememberLast<ReturnType<typeof generateMarket>>(40);

/** The market of a case with its truth; generated once while its order stays the same. */
export function caseMarket(source: Scenario, profile: MarketProfile, library: Library, records = false) {
  const order = caseMarketOrder(source, profile, library);
  return remember(source.id, [records, ...Object.entries(order).flat()], () => generateMarket(order, { records }));
}

/** True where one of the exercises is a test. */
const hasTest = ({ states }: Scenario, { builds }: Pick<Kinds, 'builds'>) =>
  Object.values(states).some(
    (state) => state.type === 'exercise' && builds.of(state.kind)?.isTest?.((state.brief ?? {}) as never) === true,
  );
