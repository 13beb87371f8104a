import type { KindChecks } from '#case/exercise/model/kind-checks.ts';
import type { TimeSpan } from '#case/exercise/model/time-span.ts';
import type { PolicyKind } from './kind.ts';
import { ROUNDS } from './measures.ts';

/** Seconds of one round: its measures, the seats, the choice and what is written down for it. */
const ROUND_SECONDS: TimeSpan = { least: 1080, most: 1800 };
/** Seconds of the three views and the policy note. */
const NOTE_SECONDS: TimeSpan = { least: 900, most: 1500 };
/** Seconds to read one finding or card. */
const READ_SECONDS: TimeSpan = { least: 8, most: 16 };

/** The rating follows from the brief, so that the key of a case has no field for this kind. */
export const POLICY_CHECKS: KindChecks<PolicyKind> = {
  list: 'policy',
  timeOf: ({ report, cards }) => {
    const texts = (report?.findings.length ?? 0) + (cards?.length ?? 0);
    const whole = (end: keyof TimeSpan) =>
      ROUNDS.length * ROUND_SECONDS[end] + NOTE_SECONDS[end] + texts * READ_SECONDS[end];
    return { least: whole('least'), most: whole('most') };
  },
};
