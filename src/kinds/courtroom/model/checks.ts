import type { GivenBrief, KindChecks } from '#case/exercise/model/kind-checks.ts';
import { readingTime, sumOf, timesOf } from '#case/exercise/model/time-span.ts';
import { itemsOf } from './items.ts';
import { CourtroomKeySchema } from './key-schemas.ts';
import type { CourtroomKind } from './kind.ts';
import { wordsInFile } from './words-in-file.ts';

/** Seconds for one row: its probability twice, its cells, its state. */
const ROW_SECONDS = { least: 60, most: 150 };
/** Seconds for one motion: the ruling in six boxes, two models, self-marking, the twist, the other chair. */
const MOTION_SECONDS = { least: 480, most: 900 };
const SUM_SECONDS = { least: 30, most: 90 };
/** Seconds for a file of usual length. */
const USUAL_SECONDS = { least: 2400, most: 4200 };
const QUESTION_SECONDS = { least: 30, most: 60 };
const ITEM_SECONDS = { least: 40, most: 90 };

function timeOf({ bundle }: GivenBrief<CourtroomKind>) {
  // The bundle is put into the brief when the case is built; before that, a usual one is assumed.
  if (typeof bundle !== 'object') return USUAL_SECONDS;
  return sumOf([
    readingTime(wordsInFile(bundle)),
    timesOf(ROW_SECONDS, bundle.elements.length),
    timesOf(MOTION_SECONDS, bundle.motions.length),
    timesOf(SUM_SECONDS, bundle.sums.length),
    timesOf(QUESTION_SECONDS, bundle.judgment.length),
    timesOf(ITEM_SECONDS, itemsOf(bundle).length),
  ]);
}

/** The key says what each row, motion, sum and option of the judgment is. */
export const COURTROOM_CHECKS: KindChecks<CourtroomKind> = {
  list: 'court',
  timeOf,
  key: { field: 'courtroom', schema: CourtroomKeySchema, missing: 'key.courtroom-missing' },
};
