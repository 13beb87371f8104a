import type { Figure } from '#core/exercise/exercise-kind.ts';
import { BANDS } from '#core/indicators/bands.ts';
import { positivePredictiveValue } from '#core/measures/predictive-value.ts';
import { type Confusion, dPrimeAndCriterion, flagAgreement, wilsonInterval } from '#core/measures/signal-detection.ts';
import { biasGap, brierSkill, confusionOf, signRates, trapPoints } from './attempt-scores.ts';
import { BAND_COUNT, type KeyColumns } from './key-columns.ts';
import type { AttemptTally } from './tally-attempt.ts';

/** Fewer answers of one certainty say nothing about how often they are right. */
const LEAST_ANSWERS = 8;

/** How sharply and how readily a reader flags, beside the ideal observer of the same market. These figures carry no mark. */
export function measureReader(
  key: KeyColumns,
  tally: AttemptTally,
  { prevalence, marks }: { readonly prevalence: number; readonly marks: number },
): Figure[] {
  const reader = confusionOf(key, tally);
  const flagged = reader.hits + reader.falseAlarms;
  // Where nothing was judged nothing was told apart, whatever the formula gives.
  const anyJudged = tally.judged.some((count) => count > 0);
  return [
    ...rates(reader, idealConfusion(key)),
    ...predictiveValues(reader, prevalence),
    ...(anyJudged ? sharpness(reader, idealConfusion(key)) : []),
    { id: 'bias-gap', value: biasGap(key, tally) },
    { id: 'flagged', value: flagged, count: [flagged, key.ads] },
    { id: 'marks', value: marks },
    ...markFigures(key, tally),
    ...certaintyFigures(key, tally),
  ];
}

const sought = ({ hits, misses }: Confusion) => hits + misses;
const others = ({ falseAlarms, correctRejections }: Confusion) => falseAlarms + correctRejections;

function rates(reader: Confusion, ideal: Confusion): Figure[] {
  const rate = (id: string, part: number, of: number, best: number): Figure[] => {
    if (of === 0) return [];
    const [low, high] = wilsonInterval(part, of);
    return [{ id, value: part / of, low, high, ideal: best / of, count: [part, of] }];
  };
  return [
    ...rate('sensitivity', reader.hits, sought(reader), ideal.hits),
    ...rate('specificity', reader.correctRejections, others(reader), ideal.correctRejections),
  ];
}

function predictiveValues(reader: Confusion, prevalence: number): Figure[] {
  if (sought(reader) === 0 || others(reader) === 0 || reader.hits + reader.falseAlarms === 0) return [];
  const sensitivity = reader.hits / sought(reader);
  const specificity = reader.correctRejections / others(reader);
  const shares = [
    ['ppv', prevalence],
    ['ppv-2', 0.02],
    ['ppv-6', 0.06],
    ['ppv-20', 0.2],
  ] as const;
  return shares.flatMap(([id, share]) => {
    const value = positivePredictiveValue(sensitivity, specificity, share);
    return value === undefined ? [] : [{ id, value }];
  });
}

/** Both kinds of ads have to be there. */
function sharpness(reader: Confusion, ideal: Confusion): Figure[] {
  if (sought(reader) === 0 || others(reader) === 0) return [];
  const own = { ...dPrimeAndCriterion(reader), ...flagAgreement(reader) };
  const best = { ...dPrimeAndCriterion(ideal), ...flagAgreement(ideal) };
  const figure = (id: string, value: number | undefined, bestValue: number | undefined): Figure[] =>
    value === undefined ? [] : [{ id, value, ...(bestValue !== undefined && { ideal: bestValue }) }];
  return [
    ...figure('dprime', own.dPrime, best.dPrime),
    ...figure('criterion', own.criterion, best.criterion),
    ...figure('youden', own.youden, best.youden),
    ...figure('matthews', own.matthews, best.matthews),
  ];
}

/** What the marks were worth, counted. */
function markFigures(key: KeyColumns, tally: AttemptTally): Figure[] {
  const { precision, recall } = signRates(key, tally);
  const given = tally.hits + tally.wrongReasons + tally.wrong + tally.traps;
  const { wanted, cues } = key.counts;
  return [
    ...(given > 0 ? [{ id: 'sign-precision', value: precision, count: [tally.hits, given] as const }] : []),
    ...(wanted > 0 ? [{ id: 'sign-recall', value: recall, count: [tally.found, wanted] as const }] : []),
    { id: 'traps', value: trapPoints(tally) },
    ...(cues > 0 ? [{ id: 'cues', value: tally.cues / cues, count: [tally.cues, cues] as const }] : []),
  ];
}

/** Whether what a reader is sure of is right that often. */
function certaintyFigures(key: KeyColumns, tally: AttemptTally): Figure[] {
  const skill = brierSkill(tally);
  const best = brierSkill({ judged: idealJudged(key) });
  const found: Figure[] =
    skill === undefined ? [] : [{ id: 'brier-skill', value: skill, ...(best !== undefined && { ideal: best }) }];
  for (const certainty of [1, 2, 3]) {
    const right = tally.sure[certainty * 2 + 1] as number;
    const all = right + (tally.sure[certainty * 2] as number);
    if (all < LEAST_ANSWERS) continue;
    const [low, high] = wilsonInterval(right, all);
    found.push({ id: `calibration-${certainty}`, value: right / all, low, high, count: [right, all] });
  }
  return found;
}

function idealConfusion(key: KeyColumns): Confusion {
  const judged = idealJudged(key);
  const from = BANDS.indexOf('prioritise');
  const flags = (controlled: number) =>
    judged.reduce((sum, count, n) => (n % 2 === controlled && n >= from * 2 ? sum + count : sum), 0);
  const [hits, falseAlarms] = [flags(1), flags(0)];
  const { controlled } = key.counts;
  return { hits, misses: controlled - hits, falseAlarms, correctRejections: key.ads - controlled - falseAlarms };
}

/** The bands of the ideal observer, counted as a reader's are. */
function idealJudged({ ads, ideal, controlled }: KeyColumns): Float64Array {
  const judged = new Float64Array(BAND_COUNT * 2);
  for (let ad = 0; ad < ads; ad++) {
    const place = (ideal[ad] as number) * 2 + (controlled[ad] as number);
    judged[place] = (judged[place] as number) + 1;
  }
  return judged;
}
