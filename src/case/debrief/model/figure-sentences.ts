import type { ReadingChange } from '#case/debrief/model/reading/compare-readings.ts';
import { isOneSided, sideOf } from '#case/debrief/model/reading/reading.ts';
import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { fromKinds } from '#case/exercise/model/registry.ts';
import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import { FAIRLY_PAYS_FROM, SURE_PAYS_FROM } from '#kernel/model/statistics/certainty-limits.ts';
import { CHANCE_D_PRIME } from '#kernel/model/statistics/signal-detection.ts';

/** The figures of one attempt, each with a unique id, and the change since the last measured round. */
export interface FigureFacts {
  readonly figures: readonly Figure[];
  readonly change?: ReadingChange | undefined;
}
type Rule = SentenceRule<FigureFacts>;

/** Limits of the criterion c: below the first a reader flags readily, above the second rarely. */
const READILY_BELOW = -0.5;
const RARELY_ABOVE = 0.5;
/** Minimum share of the ideal observer's d' for a reader to be close to it. */
const NEAR_IDEAL_SHARE = 0.85;
/** Maximum gap between groups, in percentage points, that still counts as even. */
const MAX_EVEN_GAP = 5;

const find = ({ figures }: FigureFacts, id: string) => figures.find((figure) => figure.id === id);
const inHundred = (share: number) => Math.round(share * 100);

/** A sentence about one figure; not said if the figure is missing. */
const about = (
  id: string,
  figure: string,
  says: (found: Figure, facts: FigureFacts) => ReturnType<Rule['says']>,
): Rule => ({
  id,
  says: (facts) => {
    const found = find(facts, figure);
    return found ? says(found, facts) : [];
  },
});

/** A sentence about a count "n of m"; not said if there was nothing to count. */
const counted = (id: string, figure: string, says: (n: number, of: number) => ReturnType<Rule['says']>): Rule =>
  about(id, figure, ({ count }) => (count && count[1] > 0 ? says(count[0], count[1]) : []));

/** Flags on ads of both kinds; sensitivity counts every controlled ad, including those that were not knowable. */
const FLAGS: readonly Rule[] = [
  counted('figure.sensitivity.all', 'sensitivity', (n, of) => when(n === of, { params: { of } })),
  counted('figure.sensitivity.missed', 'sensitivity', (n, of) => when(n < of, { params: { count: of - n, of } })),
  counted('figure.specificity.all', 'specificity', (n, of) => when(n === of, { params: { of } })),
  counted('figure.specificity.flagged', 'specificity', (n, of) => when(n < of, { params: { count: of - n, of } })),
  about('figure.ppv.all', 'ppv', ({ value }) => when(value === 1)),
  about('figure.ppv.none', 'ppv', ({ value }) => when(value === 0)),
  about('figure.ppv.falls', 'ppv', ({ value }) => when(value > 0 && value < 1)),
];

const sharp = (id: string, holds: (value: number, ideal: number | undefined) => boolean): Rule =>
  about(id, 'dprime', ({ value, ideal }, facts) => when(!isOneSided(facts.figures) && holds(value, ideal)));

/** A sentence about how readily ads were flagged; not said if no ad or every ad was flagged. */
const readily = (id: string, holds: (value: number) => boolean): Rule =>
  about(id, 'criterion', ({ value }, { figures }) => when(!isOneSided(figures) && holds(value)));

/** Exactly one of these is true of a d' with an ideal observer beside it. */
const SHARPNESS: readonly Rule[] = [
  about('figure.dprime.none-flagged', 'dprime', (_, { figures }) => when(sideOf(figures) === 'none')),
  about('figure.dprime.every-flagged', 'dprime', (_, { figures }) => when(sideOf(figures) === 'every')),
  sharp('figure.dprime.reversed', (value) => value <= -CHANCE_D_PRIME),
  sharp('figure.dprime.chance', (value) => Math.abs(value) < CHANCE_D_PRIME),
  sharp(
    'figure.dprime.near',
    (value, ideal) => ideal !== undefined && value >= CHANCE_D_PRIME && value >= NEAR_IDEAL_SHARE * ideal,
  ),
  sharp(
    'figure.dprime.far',
    (value, ideal) => ideal !== undefined && value >= CHANCE_D_PRIME && value < NEAR_IDEAL_SHARE * ideal,
  ),
  readily('figure.criterion.ready', (value) => value < READILY_BELOW),
  readily('figure.criterion.middle', (value) => value >= READILY_BELOW && value <= RARELY_ABOVE),
  readily('figure.criterion.slow', (value) => value > RARELY_ABOVE),
];

/** Number of flags on uncontrolled ads; undefined if no figure gives it. */
function flagsOnOthers(facts: FigureFacts): number | undefined {
  const left = find(facts, 'specificity')?.count;
  return left && left[1] - left[0];
}

/** The gap is one of false flags: if there are none, or all ads are flagged, there is nothing to compare. */
const gap = (id: string, holds: (points: number, isChance: boolean | undefined) => boolean): Rule =>
  about(id, 'bias-gap', ({ value, high }, facts) => {
    const points = inHundred(value);
    const isTold = (flagsOnOthers(facts) ?? 0) > 0 && sideOf(facts.figures) !== 'every';
    return when(isTold && holds(points, high === undefined ? undefined : value <= high), { params: { points } });
  });

/** The group that differs more than by chance, and in which direction: its own flags beside the overall ones. */
const uneven = (label: string): Rule => ({
  id: `figure.bias-gap.uneven.${label}`,
  says: (facts) => {
    const { group, count } = find(facts, 'bias-gap') ?? {};
    const [left, others] = find(facts, 'specificity')?.count ?? [];
    if (group?.label !== label || !count || left === undefined || others === undefined) return [];
    const [saying] = gap('', (points, isChance) => points > MAX_EVEN_GAP && isChance === false).says(facts);
    const [n, of] = count;
    return saying ? [{ params: { ...saying.params, group: group.value, n, of, flags: others - left, others } }] : [];
  },
});

const EVENNESS: readonly Rule[] = [
  about('figure.bias-gap.none', 'bias-gap', (_, facts) => when(flagsOnOthers(facts) === 0)),
  about('figure.bias-gap.every', 'bias-gap', (_, facts) =>
    when((flagsOnOthers(facts) ?? 0) > 0 && sideOf(facts.figures) === 'every'),
  ),
  gap('figure.bias-gap.even', (points) => points <= MAX_EVEN_GAP),
  gap('figure.bias-gap.chance', (points, isChance) => points > MAX_EVEN_GAP && isChance === true),
  uneven('languages'),
  uneven('origin'),
  uneven('gender'),
];

/** Range of the share of right answers in which each certainty has the highest expected score. */
export const PAYS = [
  { step: 1, from: 0, to: FAIRLY_PAYS_FROM },
  { step: 2, from: FAIRLY_PAYS_FROM, to: SURE_PAYS_FROM },
  { step: 3, from: SURE_PAYS_FROM, to: 1 },
] as const;

/** Certainties with enough answers for a statement, each with the range in which it pays. */
function certainties(facts: FigureFacts) {
  return PAYS.flatMap(({ step, from, to }) => {
    const { value, count } = find(facts, `calibration-${step}`) ?? {};
    return value === undefined || !count ? [] : [{ step, from, to, value, count }];
  });
}
type Certainty = ReturnType<typeof certainties>[number];

const isOver = ({ value, from }: Certainty) => value < from;
const isUnder = ({ step, value, to }: Certainty) => step < 3 && value > to;

const fits = (certainty: Certainty) => !isOver(certainty) && !isUnder(certainty);

const ofStep = (id: string, wanted: number, holds: (certainty: Certainty) => boolean, limit: 'from' | 'to'): Rule => ({
  id,
  says: (facts) =>
    certainties(facts)
      .filter((certainty) => certainty.step === wanted && holds(certainty))
      .map(({ count: [n, of], [limit]: share }) => ({ params: { n, of, limit: inHundred(share) } })),
});

const CALIBRATION: readonly Rule[] = [
  ofStep('calibration.over.2', 2, isOver, 'from'),
  ofStep('calibration.over.3', 3, isOver, 'from'),
  ofStep('calibration.under.1', 1, isUnder, 'to'),
  ofStep('calibration.under.2', 2, isUnder, 'to'),
  ...([1, 2, 3] as const).map(
    (step): Rule => ({
      id: `calibration.fit.${step}`,
      says: (facts) => {
        const all = certainties(facts);
        // If all fit, one sentence says so for all.
        if (all.every(fits)) return [];
        const own = all.filter((certainty) => certainty.step === step && fits(certainty));
        return own.map(({ count: [n, of] }) => ({ params: { n, of } }));
      },
    }),
  ),
  ...([1, 2, 3] as const).map(
    (step): Rule => ({
      id: `calibration.few.${step}`,
      says: (facts) => {
        const all = certainties(facts);
        return when(all.length > 0 && all.every((certainty) => certainty.step !== step));
      },
    }),
  ),
  {
    id: 'calibration.fits',
    says: (facts) => {
      const all = certainties(facts);
      return when(all.length > 0 && all.every(fits), {
        params: { count: all.length },
      });
    },
  },
];

const IN_HUNDRED: readonly Rule[] = [
  about('flags.at-six', 'ppv-6', ({ value }) => when(Number.isFinite(value), { params: { n: inHundred(value) } })),
];

const CHANGES: readonly Rule[] = (['sharper', 'same', 'duller'] as const).flatMap((sharpness) =>
  (['readier', 'same', 'slower'] as const).map(
    (readiness): Rule => ({
      id: `change.${sharpness}.${readiness}`,
      says: ({ change, figures }) =>
        when(change?.sharpness === sharpness && change.readiness === readiness && !isOneSided(figures)),
    }),
  ),
);

/** Sentences of kinds about figures that only they return. */
const ofKinds = (says: Kinds['says']) => says.entries().flatMap(([, { figures = [] }]) => figures);

/** Every sentence about figures, each with its condition. */
export const figureSentences = fromKinds((says: Kinds['says']): readonly Rule[] => [
  ...FLAGS,
  ...SHARPNESS,
  ...EVENNESS,
  ...ofKinds(says),
  ...CALIBRATION,
  ...IN_HUNDRED,
  ...CHANGES,
]);
