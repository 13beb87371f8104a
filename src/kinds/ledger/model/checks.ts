import type { KindChecks } from '#case/exercise/model/kind-checks.ts';
import { sumOf, type TimeSpan } from '#case/exercise/model/time-span.ts';

/** Seconds to read some 120 payments, search and sort them, and mark those that matter. */
const READ_SECONDS: TimeSpan = { least: 600, most: 1080 };
/** Seconds to judge some twenty accounts with their sums, and to trace two paths. */
const JUDGE_SECONDS: TimeSpan = { least: 420, most: 780 };
/** Seconds to write the sheet and the request. */
const WRITE_SECONDS: TimeSpan = { least: 480, most: 840 };

/** The key of the kind follows from the ledger, so that a case has no field for it. */
export const LEDGER_CHECKS = {
  list: 'link',
  timeOf: () => sumOf([READ_SECONDS, JUDGE_SECONDS, WRITE_SECONDS]),
} as const satisfies KindChecks;
