import type { Fields } from '#studio/model/studio-case.ts';
import type { ExercisePattern } from '#studio/use-cases/exercise-patterns.ts';

/** What the market of a case is made from. */
export const MARKET_FIELDS = ['profile', 'preset', 'prevalence', 'seed'] as const;

/** True where a case gets another market with an exercise than the one that it has. */
export const replacesMarket = ({ market }: Pick<ExercisePattern, 'market'>, now: Fields): boolean =>
  MARKET_FIELDS.some((field) => market[field] !== now[field]);
