import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import { positivePredictiveValue } from '#kernel/model/statistics/predictive-value.ts';
import {
  type Confusion,
  dPrimeAndCriterion,
  flagAgreement,
  wilsonInterval,
} from '#kernel/model/statistics/signal-detection.ts';
import { bestOfCertainty, brierSkill, confusionOf, parOf, signRates, trapPoints } from './attempt-scores.ts';
import { widestGap } from './bias-groups.ts';
import type { KeyColumns } from './key-columns.ts';
import { HALF_CREDIT } from './points.ts';
import type { AttemptTally } from './tally-attempt.ts';

/** Minimum answers of one certainty for a statement about how often they are right. */
const MIN_ANSWERS = 8;

/**
 * How sharply and how readily a reader flags, beside the ideal observer of the same market. These figures carry no
 * points. The gap between groups has the one that chance alone makes as its upper end (`chanceGap`, 0 to 1).
 */
export function measureReader(
  key: KeyColumns,
  tally: AttemptTally,
  ideal: AttemptTally,
  marks: number,
  chanceGap: number,
): Figure[] {
  const best = new Map(figuresOf(key, ideal).map(({ id, value }) => [id, value]));
  return [
    ...figuresOf(key, tally).map((figure): Figure => {
      const value = best.get(figure.id);
      const whole = figure.id === 'bias-gap' ? { ...figure, low: 0, high: chanceGap } : figure;
      return value === undefined ? whole : { ...whole, ideal: value };
    }),
    { id: 'certainty-most', value: bestOfCertainty(key).points },
    { id: 'certainty-most-par', value: parOf(key, bestOfCertainty(key)) },
    { id: 'marks', value: marks },
    ...markFigures(key, tally),
  ];
}

/** Figures from the answers of any reader, including the ideal observer. */
function figuresOf(key: KeyColumns, tally: AttemptTally): Figure[] {
  const reader = confusionOf(key, tally);
  const flagged = reader.hits + reader.falseAlarms;
  // If nothing was judged, nothing was distinguished, whatever the formula gives.
  const anyJudged = tally.judged.some((count) => count > 0);
  return [
    ...rates(reader),
    ...predictiveValues(reader),
    ...(anyJudged ? sharpness(reader) : []),
    gapFigure(key, tally),
    { id: 'flagged', value: flagged, count: [flagged, key.ads] },
    ...certaintyFigures(key, tally),
  ];
}

const sought = ({ hits, misses }: Confusion) => hits + misses;
const others = ({ falseAlarms, correctRejections }: Confusion) => falseAlarms + correctRejections;

function rates(reader: Confusion): Figure[] {
  const rate = (id: string, part: number, of: number): Figure[] => {
    if (of === 0) return [];
    const [low, high] = wilsonInterval(part, of);
    return [{ id, value: part / of, low, high, count: [part, of] }];
  };
  return [
    ...rate('sensitivity', reader.hits, sought(reader)),
    ...rate('specificity', reader.correctRejections, others(reader)),
  ];
}

/**
 * In this market the predictive value is counted; for other prevalences it is computed from sensitivity and
 * specificity.
 */
function predictiveValues(reader: Confusion): Figure[] {
  if (sought(reader) === 0 || others(reader) === 0 || reader.hits + reader.falseAlarms === 0) return [];
  const sensitivity = reader.hits / sought(reader);
  const specificity = reader.correctRejections / others(reader);
  const shares = [
    ['ppv-2', 0.02],
    ['ppv-6', 0.06],
    ['ppv-20', 0.2],
  ] as const;
  return [
    { id: 'ppv', value: reader.hits / (reader.hits + reader.falseAlarms) },
    ...shares.flatMap(([id, share]) => {
      const value = positivePredictiveValue(sensitivity, specificity, share);
      return value === undefined ? [] : [{ id, value }];
    }),
  ];
}

/** The widest gap over all labels, with its group and that group's flags; the first group in case of a tie. */
function gapFigure({ groupSizes, groupNames }: KeyColumns, { flagged }: AttemptTally): Figure {
  const gaps = groupSizes.map((sizes, n) => {
    const flags = flagged[n] as Float64Array;
    const { group, gap } = widestGap(sizes, flags);
    const names = groupNames[n];
    const value = names?.values[group - 1];
    return {
      gap,
      ...(names && value !== undefined && { group: { label: names.label, value } }),
      count: [flags[group] as number, sizes[group] as number] as const,
    };
  });
  const widest = gaps.reduce((most, next) => (next.gap > most.gap ? next : most), gaps[0] ?? { gap: 0 });
  return {
    id: 'bias-gap',
    value: widest.gap,
    ...('group' in widest && widest.group && { group: widest.group, count: widest.count }),
  };
}

/** None unless both kinds of ads occur. */
function sharpness(reader: Confusion): Figure[] {
  if (sought(reader) === 0 || others(reader) === 0) return [];
  const { dPrime, criterion } = dPrimeAndCriterion(reader);
  const { youden, matthews } = flagAgreement(reader);
  const figure = (id: string, value: number | undefined): Figure[] => (value === undefined ? [] : [{ id, value }]);
  return [
    ...figure('dprime', dPrime),
    ...figure('criterion', criterion),
    ...figure('youden', youden),
    ...figure('matthews', matthews),
  ];
}

/** Precision and recall of the marks. */
function markFigures(key: KeyColumns, tally: AttemptTally): Figure[] {
  const { precision, recall } = signRates(key, tally);
  const given = tally.hits + tally.wrongReasons + tally.wrong + tally.traps;
  const { wanted, cues } = key.counts;
  // Half marks count here too, so that the two figures are those from which the reasons are scored.
  const right = tally.hits + HALF_CREDIT * tally.wrongReasons;
  const found = tally.found + HALF_CREDIT * tally.halfFound;
  return [
    ...(given > 0 ? [{ id: 'sign-precision', value: precision, count: [right, given] as const }] : []),
    ...(wanted > 0 ? [{ id: 'sign-recall', value: recall, count: [found, wanted] as const }] : []),
    { id: 'traps', value: trapPoints(tally) },
    ...(cues > 0 ? [{ id: 'cues', value: tally.cues / cues, count: [tally.cues, cues] as const }] : []),
  ];
}

/**
 * Calibration of certainty: how often answers of each certainty are right (flagged and controlled, or left alone and
 * not).
 */
function certaintyFigures(key: KeyColumns, tally: AttemptTally): Figure[] {
  const skill = brierSkill(tally);
  const found: Figure[] = skill === undefined ? [] : [{ id: 'brier-skill', value: skill }];
  for (const certainty of [1, 2, 3]) {
    const [wrong, right] = [tally.sure[certainty * 2] as number, tally.sure[certainty * 2 + 1] as number];
    const all = right + wrong;
    if (all < MIN_ANSWERS) continue;
    const [low, high] = wilsonInterval(right, all);
    found.push({ id: `calibration-${certainty}`, value: right / all, low, high, count: [right, all] });
  }
  return [...found, { id: 'certainty-points', value: tally.points }, { id: 'certainty-par', value: parOf(key, tally) }];
}
