import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import type { KindSays } from '#case/exercise/model/kind-says.ts';
import type { SentenceRule } from '#kernel/model/sentence.ts';
import type { DetectionKind } from './kind.ts';
import { DETECTION_PAGE } from './page-rules.ts';
import { DETECTION_SENTENCES } from './sentences.ts';

interface FigureFacts {
  readonly figures: readonly Figure[];
}

/** A value in whole hundredths. What is exactly between two of them is not left to the last bit of a sum. */
const inHundredths = (value: number) => Math.round(Number((value * 100).toFixed(6)));

/** Formats hundredths for a sum: at most two decimals, with the minus sign U+2212. */
const inSum = (hundredths: number) => String(hundredths / 100).replace('-', '−');

/** Points as awarded, minus the baseline of the same answers: a sum that adds up as printed. */
const sumOf = (id: string, points: string, par: string): SentenceRule<FigureFacts> => ({
  id,
  says: ({ figures }) => {
    const [given, less] = [points, par].map((wanted) => figures.find((figure) => figure.id === wanted)?.value);
    if (given === undefined || less === undefined) return [];
    const [all, baseline] = [inHundredths(given), inHundredths(less)];
    return [{ params: { given: inSum(all), par: inSum(baseline), beyond: inSum(all - baseline) } }];
  },
});

/**
 * Outcomes of the ads, about networks and about recruiters alike; other sentences have their own part of the debrief.
 */
const IN_SHORT: ReadonlySet<string> = new Set([
  'find.judged.all',
  'find.judged.some',
  'find.withheld',
  'find.flagged.none',
  'find.hits',
  'find.nothing',
  'find.false.none',
  'find.false',
  'find.too-high',
  'find.missed',
  'find.left-out',
  'find.unknowable',
  'find.withheld.open',
  'find.withheld.noted',
]);

/** The debrief of a detection exercise. */
export const DETECTION_SAYS: KindSays<DetectionKind> = {
  ground: 'truth',
  sentences: DETECTION_SENTENCES,
  happened: { short: (id) => IN_SHORT.has(id.replace(/\.deceptive$/, '')) },
  page: DETECTION_PAGE,
  figures: [
    sumOf('figure.certainty-par.sum', 'certainty-points', 'certainty-par'),
    sumOf('figure.certainty-most-par.sum', 'certainty-most', 'certainty-most-par'),
  ],
  // How often each level of certainty was right, and what the levels are worth as probabilities.
  calibration: ['calibration-1', 'calibration-2', 'calibration-3', 'brier-skill'],
  units: {
    'detection.mark': 'harm',
    'detection.specificity': 'of',
    'detection.signs': 'plain',
    'detection.bands': 'agreement',
    'detection.certainty': 'points',
    'detection.queue': 'plain',
    'detection.withheld': 'of',
  },
};
