import { INDICATORS, type MeasureEffects, type MeasureId, rangeOf } from './measures.ts';

/**
 * Three disputed views, each in its strongest form: the whole market, traffickers first, only the worst sites. No view
 * is the right one; a plan is evaluated under each.
 */
export const DIVIDED_VIEWS = ['whole', 'networks', 'worst'] as const;
export type DividedView = (typeof DIVIDED_VIEWS)[number];

/** The effects that a view assumes instead of those of the model. */
const CHANGES: Readonly<Record<DividedView, Readonly<Partial<Record<MeasureId, MeasureEffects>>>>> = {
  whole: { C3: { H: [5, 18], V: [-10, 0] }, C5: { H: [-3, 1] } },
  networks: { C3: { H: [-8, 2] }, C5: { H: [4, 10] }, D2: { H: [4, 10] } },
  worst: { C3: { V: [-30, -15], S: [-22, -12] }, C4: { S: [0, 6] } },
};

/** The ranges that a view changes for a measure; empty if it changes none. */
export const changesOf = (view: DividedView, measure: MeasureId): MeasureEffects => CHANGES[view][measure] ?? {};

/** The measures of which a view assumes something else. */
export const changedBy = (view: DividedView): MeasureId[] => Object.keys(CHANGES[view]) as MeasureId[];

/**
 * How a view changes a measure: `stronger` if no end of a range falls and one rises, `weaker` the other way round,
 * `same` if nothing changes, otherwise `mixed`.
 */
export function shiftOf(view: DividedView, measure: MeasureId): 'stronger' | 'weaker' | 'same' | 'mixed' {
  const changed = changesOf(view, measure);
  const steps = INDICATORS.flatMap((indicator) => {
    const now = changed[indicator];
    if (now === undefined) return [];
    const before = rangeOf(measure, indicator);
    return [now[0] - before[0], now[1] - before[1]];
  });
  const rises = steps.some((step) => step > 0);
  const falls = steps.some((step) => step < 0);
  if (rises && falls) return 'mixed';
  return rises ? 'stronger' : falls ? 'weaker' : 'same';
}
