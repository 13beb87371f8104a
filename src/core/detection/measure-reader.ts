import type { Figure } from '#core/exercise/exercise-kind.ts';
import { positivePredictiveValue } from '#core/measures/predictive-value.ts';
import { type Confusion, dPrimeAndCriterion, flagAgreement, wilsonInterval } from '#core/measures/signal-detection.ts';
import { biasGap, brierSkill, confusionOf, signRates, trapPoints } from './attempt-scores.ts';
import type { KeyColumns } from './key-columns.ts';
import type { AttemptTally } from './tally-attempt.ts';

/** Fewer answers of one certainty say nothing about how often they are right. */
const LEAST_ANSWERS = 8;

/** How sharply and how readily a reader flags, beside the ideal observer of the same market. These figures carry no mark. */
export function measureReader(
  key: KeyColumns,
  tally: AttemptTally,
  ideal: AttemptTally,
  { prevalence, marks }: { readonly prevalence: number; readonly marks: number },
): Figure[] {
  const best = new Map(figuresOf(key, ideal, prevalence).map(({ id, value }) => [id, value]));
  return [
    ...figuresOf(key, tally, prevalence).map((figure): Figure => {
      const value = best.get(figure.id);
      return value === undefined ? figure : { ...figure, ideal: value };
    }),
    { id: 'marks', value: marks },
    ...markFigures(key, tally),
  ];
}

/** What follows from the answers of anyone, of the ideal observer too. */
function figuresOf(key: KeyColumns, tally: AttemptTally, prevalence: number): Figure[] {
  const reader = confusionOf(key, tally);
  const flagged = reader.hits + reader.falseAlarms;
  // Where nothing was judged nothing was told apart, whatever the formula gives.
  const anyJudged = tally.judged.some((count) => count > 0);
  return [
    ...rates(reader),
    ...predictiveValues(reader, prevalence),
    ...(anyJudged ? sharpness(reader) : []),
    { id: 'bias-gap', value: biasGap(key, tally) },
    { id: 'flagged', value: flagged, count: [flagged, key.ads] },
    ...certaintyFigures(tally),
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

/** Whether what a reader is sure of is right that often: flagged and controlled, or left alone and not. */
function certaintyFigures(tally: AttemptTally): Figure[] {
  const skill = brierSkill(tally);
  const found: Figure[] = skill === undefined ? [] : [{ id: 'brier-skill', value: skill }];
  for (const certainty of [1, 2, 3]) {
    const [wrong, right] = [tally.sure[certainty * 2] as number, tally.sure[certainty * 2 + 1] as number];
    const all = right + wrong;
    if (all < LEAST_ANSWERS) continue;
    const [low, high] = wilsonInterval(right, all);
    found.push({ id: `calibration-${certainty}`, value: right / all, low, high, count: [right, all] });
  }
  return [...found, { id: 'certainty-points', value: tally.points }];
}
