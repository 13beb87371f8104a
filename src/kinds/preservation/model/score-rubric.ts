import type { Finding, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import { TYPICAL_ERRORS } from '#evidence/drill/model/typical-errors.ts';
import { scale } from '#kernel/model/criterion.ts';
import { errorsIn, type FoundError } from './errors.ts';
import { EVIDENCE_LINES, type EvidenceLine } from './evidence-lines.ts';
import { copiesOfCards, NEVERS, type NeverId } from './nevers.ts';
import { orderFaults } from './order-of-acts.ts';
import { REPORT_R2 } from './sources.ts';
import { STEPS, stepsTaken } from './steps.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

/** Maximum points of the rubric after a forbidden act. */
export const NEVER_CAP = 40;

/**
 * Baseline: the best play that ignores the case copies every page of the market, including the withheld card, and is
 * capped. A workbench without any copy stays below it.
 */
const BASELINE = NEVER_CAP;
const FULL = EVIDENCE_LINES.reduce((sum, { points }) => sum + points, 0);

/** EV-100 of one workbench: points of each line, forbidden acts, and the typical errors that the log shows. */
export interface RubricResult {
  readonly points: Readonly<Record<EvidenceLine, number>>;
  readonly nevers: readonly NeverId[];
  readonly errors: readonly FoundError[];
  /** 0 to 100, after the gates. */
  readonly raw: number;
}

/**
 * The rubric with its gates: a forbidden act caps the sum; a wrong order of acts loses the ten points of its line, is
 * named E6 and does not trigger the cap (see `orderFaults` for the reason); an item with a failed hash counts as not
 * kept.
 */
export function gradeWorkbench(facts: WorkbenchFacts): RubricResult {
  const earned = EVIDENCE_LINES.map(({ line, points, share }) => [line, points * share(facts)] as const);
  const nevers = NEVERS.filter(({ holds }) => holds(facts)).map(({ never }) => never);
  const sum = earned.reduce((all, [, points]) => all + points, 0);
  return {
    points: Object.fromEntries(earned) as RubricResult['points'],
    nevers,
    errors: errorsIn(facts),
    raw: nevers.length > 0 ? Math.min(NEVER_CAP, sum) : sum,
  };
}

function firstCopyOfCard(facts: WorkbenchFacts): Pick<ScorePart, 'redLineAt'> {
  const seqs = copiesOfCards(facts).map(({ seq }) => seq);
  return seqs.length > 0 ? { redLineAt: Math.min(...seqs) } : {};
}

/** The rubric as criterion, its lines as figures; forbidden acts, order faults, missed steps and errors as findings. */
export function scoreRubric(facts: WorkbenchFacts, { points, nevers, errors, raw }: RubricResult): ScorePart {
  const steps = stepsTaken(facts);
  const taken = steps.length;
  return {
    // Only a copy of what may show a child is a red line: no later act can mend it (rule C16).
    redLine: nevers.includes('closed-card'),
    ...firstCopyOfCard(facts),
    criteria: [scale('preservation.rubric', raw, BASELINE, FULL, facts.context.evidence)],
    figures: [
      { id: 'steps', value: taken, count: [taken, STEPS.length] },
      ...EVIDENCE_LINES.map((entry) => ({
        id: `rubric.${entry.line}`,
        value: points[entry.line],
        count: [Math.round(points[entry.line] * 100) / 100, entry.points] as const,
      })),
    ],
    findings: [
      ...NEVERS.filter(({ never }) => nevers.includes(never)).map(
        ({ never, sources }): Finding => ({ kind: 'miss', at: { locator: never }, reason: `never.${never}`, sources }),
      ),
      ...orderFaults(facts).map(
        (fault): Finding => ({
          kind: 'miss',
          at: { locator: 'gate' },
          reason: `gate.order.${fault}`,
          sources: [REPORT_R2],
        }),
      ),
      ...STEPS.filter(({ step }) => !steps.includes(step)).map(
        ({ step }): Finding => ({ kind: 'miss', at: {}, reason: `step.${step}`, sources: [] }),
      ),
      ...errors.map(
        ({ code, places }): Finding => ({
          kind: 'miss',
          at: { locator: code },
          reason: `error.${code}`,
          ...(places.length > 0 && { places }),
          sources: TYPICAL_ERRORS[code].sources,
        }),
      ),
    ],
  };
}
