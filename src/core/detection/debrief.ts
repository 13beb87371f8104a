import type { ExerciseDebrief } from '#core/exercise/exercise-plug.ts';
import { DETECTION_PAGE } from './page-rules.ts';
import { DETECTION_SENTENCES } from './sentences.ts';

/** Everything that a debrief says about an exercise of finding. */
export const DETECTION_DEBRIEF: ExerciseDebrief = {
  sentences: DETECTION_SENTENCES,
  page: DETECTION_PAGE,
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
