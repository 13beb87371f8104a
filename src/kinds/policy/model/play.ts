import type { ActionContext } from '#case/exercise/model/exercise-kind.ts';
import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import type { HandedReport } from '#market/platforms/model/handed-report.ts';
import type { DividedView } from './divided-views.ts';
import { type Grounds, NO_GROUNDS } from './grounds.ts';
import type { OrderPart, PolicyInject } from './injects.ts';
import { BUDGET, MEASURES, type MeasureId, type Round, roundOf } from './measures.ts';
import type { Seat } from './seats.ts';

/** A reply to an objection: change something, or keep the measure as it is. */
export const REPLIES = ['change', 'keep'] as const;
export type ReplyWay = (typeof REPLIES)[number];

/** The measure with which the table would begin if a view is right, and the one that it would give up first. */
export interface ViewAnswer {
  readonly first?: MeasureId;
  readonly last?: MeasureId;
  readonly words: string;
}

/** The parts of the policy note that are not collected in other steps. */
export interface PolicyNote {
  readonly finding: string;
  readonly dissent: string;
  readonly neighbour: string;
  readonly mind: string;
}

export interface PolicyResponse {
  /** The report of tests that the table has taken over; undefined if it uses the prepared one. */
  readonly taken?: HandedReport;
  readonly heard: readonly { readonly seat: Seat; readonly round: Round; readonly seq: number }[];
  /** The chosen measures, in the order in which they were chosen. */
  readonly plan: readonly { readonly measure: MeasureId; readonly seq: number }[];
  /** Number of the last event that changed the plan; 0 before the first. */
  readonly planSeq: number;
  readonly grounds: Readonly<Partial<Record<MeasureId, Grounds>>>;
  /** Why nothing is chosen in a round. */
  readonly passed: Readonly<Partial<Record<Round, string>>>;
  readonly replies: readonly {
    readonly seat: Seat;
    readonly measure: MeasureId;
    readonly way: ReplyWay;
    readonly words: string;
    readonly seq: number;
  }[];
  readonly views: Readonly<Partial<Record<DividedView, ViewAnswer & { readonly seq: number }>>>;
  readonly injects: Readonly<
    Partial<Record<PolicyInject, { readonly words: string; readonly parts: readonly OrderPart[] }>>
  >;
  readonly note: PolicyNote;
}

/** The actions of the kind, as the log keeps them. */
export type PolicyAction =
  | { readonly type: 'report.taken'; readonly report: HandedReport }
  | { readonly type: 'report.returned' }
  | { readonly type: 'seat.heard'; readonly seat: Seat; readonly round: Round }
  | { readonly type: 'measure.chosen'; readonly measure: MeasureId }
  | { readonly type: 'measure.dropped'; readonly measure: MeasureId }
  | { readonly type: 'measure.argued'; readonly measure: MeasureId; readonly grounds: Grounds }
  | { readonly type: 'round.passed'; readonly round: Round; readonly words: string }
  | {
      readonly type: 'objection.answered';
      readonly seat: Seat;
      readonly measure: MeasureId;
      readonly way: ReplyWay;
      readonly words: string;
    }
  | { readonly type: 'view.answered'; readonly view: DividedView; readonly answer: ViewAnswer }
  | {
      readonly type: 'inject.answered';
      readonly inject: PolicyInject;
      readonly words: string;
      readonly parts: readonly OrderPart[];
    }
  | { readonly type: 'note.drafted'; readonly note: PolicyNote };

/** Minutes to hear a seat, and to choose or drop a measure. Texts take no time, because they are saved often. */
const MINUTES_TO_HEAR = 5;
const MINUTES_TO_CHOOSE = 10;
const MINUTES: Readonly<Record<string, number>> = {
  'seat.heard': MINUTES_TO_HEAR,
  'measure.chosen': MINUTES_TO_CHOOSE,
  'measure.dropped': MINUTES_TO_CHOOSE,
};

export const playPolicy: KindPlay<{ response: PolicyResponse; action: PolicyAction }> = {
  kind: 'policy',
  // A table-top reads findings.
  showsAds: false,
  empty: {
    heard: [],
    plan: [],
    planSeq: 0,
    grounds: {},
    passed: {},
    replies: [],
    views: {},
    injects: {},
    note: { finding: '', dissent: '', neighbour: '', mind: '' },
  },
  minutes: ({ type }) => MINUTES[type] ?? 0,
  reduce,
};

/** True while the report can be changed: until a measure is chosen, which then rests on it. */
export const isReportOpen = ({ planSeq, grounds }: Pick<PolicyResponse, 'planSeq' | 'grounds'>): boolean =>
  planSeq === 0 && Object.keys(grounds).length === 0;

/** Points that a plan costs. */
export const costOf = (plan: PolicyResponse['plan']): number =>
  plan.reduce((sum, { measure }) => sum + MEASURES[measure].cost, 0);

/** True if the measure is not in the plan and fits the rest of the budget. */
export const isAffordable = ({ plan }: Pick<PolicyResponse, 'plan'>, measure: MeasureId): boolean =>
  plan.every((one) => one.measure !== measure) && costOf(plan) + MEASURES[measure].cost <= BUDGET;

/** What is written down for a measure so far. */
export const groundsOf = ({ grounds }: Pick<PolicyResponse, 'grounds'>, measure: MeasureId): Grounds =>
  grounds[measure] ?? NO_GROUNDS;

/** The rounds in which a measure was chosen, or a reason was given for none. */
export const decidedRounds = ({ plan, passed }: Pick<PolicyResponse, 'plan' | 'passed'>): Round[] => [
  ...new Set([
    ...plan.map(({ measure }) => roundOf(measure)),
    ...(Object.entries(passed) as [Round, string][]).flatMap(([round, words]) => (words.trim() ? [round] : [])),
  ]),
];

function reduce(response: PolicyResponse, action: PolicyAction, { seq }: ActionContext): PolicyResponse {
  switch (action.type) {
    case 'report.taken':
      return isReportOpen(response) ? { ...response, taken: action.report } : response;
    case 'report.returned': {
      const { taken: _, ...rest } = response;
      return isReportOpen(response) ? rest : response;
    }
    case 'seat.heard': {
      const { seat, round } = action;
      const isAgain = response.heard.some((one) => one.seat === seat && one.round === round);
      return isAgain ? response : { ...response, heard: [...response.heard, { seat, round, seq }] };
    }
    case 'measure.chosen': {
      if (!isAffordable(response, action.measure)) return response;
      return { ...response, plan: [...response.plan, { measure: action.measure, seq }], planSeq: seq };
    }
    case 'measure.dropped': {
      const plan = response.plan.filter(({ measure }) => measure !== action.measure);
      return plan.length === response.plan.length ? response : { ...response, plan, planSeq: seq };
    }
    case 'measure.argued':
      return { ...response, grounds: { ...response.grounds, [action.measure]: action.grounds } };
    case 'round.passed':
      return { ...response, passed: { ...response.passed, [action.round]: action.words } };
    case 'objection.answered': {
      const { seat, measure, way, words } = action;
      const others = response.replies.filter((one) => one.seat !== seat || one.measure !== measure);
      return { ...response, replies: [...others, { seat, measure, way, words, seq }] };
    }
    case 'view.answered':
      return { ...response, views: { ...response.views, [action.view]: { ...action.answer, seq } } };
    case 'inject.answered': {
      const { inject, words, parts } = action;
      return { ...response, injects: { ...response.injects, [inject]: { words, parts } } };
    }
    case 'note.drafted':
      return { ...response, note: action.note };
    default:
      return response;
  }
}
