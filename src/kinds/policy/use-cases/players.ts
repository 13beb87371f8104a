import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { type BlindPolicyPlay, playBlindly } from '#kinds/policy/model/blind-plays.ts';
import { citableIn, speaksTo } from '#kinds/policy/model/citable.ts';
import { DIVIDED_VIEWS, shiftOf } from '#kinds/policy/model/divided-views.ts';
import { type Grounds, HEAVY_REVIEW_MONTHS } from '#kinds/policy/model/grounds.ts';
import { injectsOf, ORDER_PARTS } from '#kinds/policy/model/injects.ts';
import { POLICY } from '#kinds/policy/model/kind.ts';
import {
  INDICATORS,
  isHeavy,
  isMilder,
  MEASURES,
  type MeasureId,
  measuresOf,
  moves,
  ROUNDS,
  roundOf,
} from '#kinds/policy/model/measures.ts';
import type { PolicyAction } from '#kinds/policy/model/play.ts';
import type { PolicyBrief } from '#kinds/policy/model/schemas.ts';
import { objectionsTo, SEATS } from '#kinds/policy/model/seats.ts';

const briefOfTable = ({ material, attempt }: Table) => POLICY.briefOf(material.scenario, attempt.state);

/** The plan of the careful player. Another plan that is argued as well is rated as well. */
const CAREFUL: readonly MeasureId[] = ['A1', 'A3', 'B2', 'B5', 'C4', 'D4'];

/** Hears every seat before it chooses, writes down what each measure rests on, and answers what is asked. */
export function sitCarefully(brief: PolicyBrief, wanted: readonly MeasureId[] = CAREFUL): PolicyAction[] {
  const citable = citableIn(brief);
  const groundsFor = (measure: MeasureId) => citable.find((one) => one.tested && speaksTo(one, measure))?.id;
  const plan = wanted.filter((measure) => groundsFor(measure) !== undefined);
  const grounds = (measure: MeasureId): Grounds => {
    const milder = measuresOf(roundOf(measure)).find((one) => isHeavy(measure) && isMilder(one, measure));
    const watch = INDICATORS.find((indicator) => moves(measure, indicator));
    return {
      for: `The best reason for ${measure} is the finding that it rests on.`,
      against: `The best reason against ${measure} is what it costs others.`,
      payers: ['state'],
      hurt: ['sellers'],
      rests: [groundsFor(measure)].filter((id) => id !== undefined),
      safeguards: MEASURES[measure].softens.slice(0, 1),
      ...(milder && { milder }),
      months: HEAVY_REVIEW_MONTHS,
      ...(watch && { watch }),
      stop: `${measure} stops where its figure falls twice in a row.`,
    };
  };
  const decided = ROUNDS.filter((round) => plan.some((measure) => roundOf(measure) === round));
  return [
    ...ROUNDS.flatMap((round): PolicyAction[] => {
      const chosen = plan.filter((measure) => roundOf(measure) === round);
      return [
        ...SEATS.map((seat): PolicyAction => ({ type: 'seat.heard', seat, round })),
        ...chosen.map((measure): PolicyAction => ({ type: 'measure.chosen', measure })),
        ...chosen.map((measure): PolicyAction => ({ type: 'measure.argued', measure, grounds: grounds(measure) })),
        ...(chosen.length === 0
          ? [{ type: 'round.passed', round, words: `Nothing of round ${round} rests on a finding.` } as const]
          : []),
      ];
    }),
    ...plan.flatMap(objectionsTo).map(
      ({ seat, measure }): PolicyAction => ({
        type: 'objection.answered',
        seat,
        measure,
        way: 'change',
        words: `The text of ${measure} takes up what the seat ${seat} said.`,
      }),
    ),
    ...injectsOf(plan, decided).map(
      (inject): PolicyAction => ({
        type: 'inject.answered',
        inject,
        words: `The table answered ${inject} after a short talk.`,
        parts: inject === 'P7' ? [...ORDER_PARTS] : [],
      }),
    ),
    ...DIVIDED_VIEWS.map((view): PolicyAction => {
      const first = plan.find((measure) => shiftOf(view, measure) !== 'weaker') ?? plan[0];
      const others = plan.filter((measure) => measure !== first || plan.length === 1);
      const last = others.findLast((measure) => shiftOf(view, measure) !== 'stronger') ?? others.at(-1);
      return {
        type: 'view.answered',
        view,
        answer: {
          ...(first && { first }),
          ...(last && { last }),
          words: `What the view ${view} changes in this plan.`,
        },
      };
    }),
    {
      type: 'note.drafted',
      note: {
        finding: 'Reports are answered late, and nobody is told.',
        dissent: 'The police would have begun with single cases.',
        neighbour: 'Norvelane uses the same sheet of signs.',
        mind: 'Two reviews in a row that show no change.',
      },
    },
  ];
}

const blindly = (play: BlindPolicyPlay) => (table: Table) => {
  const brief = briefOfTable(table);
  return playBlindly(play, brief, citableIn(brief)[0]?.id ?? '');
};

/** What the reference players do at a table-top. */
export const POLICY_PLAYERS: PlayersOf<PolicyAction> = {
  oracle: (table) => sitCarefully(briefOfTable(table)),
  honest: (table) => sitCarefully(briefOfTable(table), ['A2', 'A3', 'B5', 'C1', 'D3']),
  'flag-all': blindly('dearest'),
  'flag-none': blindly('first-drawn'),
  'count-flags': blindly('cheapest'),
  'half-diligent': (table) => everyOther(sitCarefully(briefOfTable(table))),
};
