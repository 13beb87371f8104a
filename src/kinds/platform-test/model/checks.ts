import type { KindChecks } from '#case/exercise/model/kind-checks.ts';
import type { TimeSpan } from '#case/exercise/model/time-span.ts';
import type { PlatformTestKind } from './kind.ts';

/** Seconds to plan six weeks of 240 points, to read what happens, and to write findings and report. */
const TEST_SECONDS: TimeSpan = { least: 2400, most: 4800 };

/** The answers are the hidden half of the platforms, so that the key of a case has no field for them. */
export const PLATFORM_TEST_CHECKS: KindChecks<PlatformTestKind> = {
  list: 'test',
  timeOf: () => TEST_SECONDS,
};
