import { type Citable, citableIn, speaksTo } from './citable.ts';
import { DIVIDED_VIEWS, type DividedView, shiftOf } from './divided-views.ts';
import { belowFloor, type Outlook, outlookOf, type TableStanding } from './effects.ts';
import { HEAVY_REVIEW_MONTHS } from './grounds.ts';
import { injectsOf, type PolicyInject } from './injects.ts';
import {
  isAtRisk,
  isHeavy,
  isMilder,
  MEASURES,
  type MeasureId,
  moves,
  ROUNDS,
  type Round,
  roundOf,
  type TableIndicator,
} from './measures.ts';
import { ownWordsIn } from './own-words.ts';
import { costOf, groundsOf, type PolicyResponse } from './play.ts';
import type { PolicyBrief } from './schemas.ts';
import { FIRST_SEATS, objectionsTo, SEATS, type Seat } from './seats.ts';
import { reportAt } from './table-report.ts';

/** One measure of the plan, with what the table wrote down for it. */
export interface MeasureFact {
  readonly measure: MeasureId;
  readonly seq: number;
  readonly argued: {
    readonly for: boolean;
    readonly against: boolean;
    readonly payer: boolean;
    readonly hurt: boolean;
  };
  readonly rests: {
    readonly none: boolean;
    /** Ids of untested findings, and of findings about something else. */
    readonly untested: readonly string[];
    readonly aside: readonly string[];
  };
  /** `unneeded` if its worst end lowers neither S nor R. */
  readonly softened: 'unneeded' | 'yes' | 'none' | 'aside';
  /** Whether a milder means was weighed; `unneeded` for a measure that is not heavy. */
  readonly milder: 'unneeded' | 'yes' | 'none';
  readonly review: {
    readonly date: 'yes' | 'none' | 'late';
    readonly watch: 'yes' | 'none' | 'still';
    readonly watched?: TableIndicator;
    readonly stop: boolean;
  };
}

export interface RoundFact {
  readonly round: Round;
  readonly chosen: number;
  /** True if nothing was chosen and a reason was written. */
  readonly passed: boolean;
  /** The seats of survivors and sellers that were not heard in this round before its first choice. */
  readonly late: readonly Seat[];
  /** Event of the first choice of the round; left out without one. */
  readonly seq?: number;
}

export interface ObjectionFact {
  readonly seat: Seat;
  readonly measure: MeasureId;
  readonly answered: boolean;
}

export interface ViewFact {
  readonly view: DividedView;
  readonly state: 'open' | 'stale' | 'answered';
  readonly first?: MeasureId;
  /** Contradictions: it would begin with a measure that this view weakens, or give up one that it strengthens. */
  readonly against: readonly ('first' | 'last')[];
  readonly last?: MeasureId;
}

/** The facts of one table. */
export interface PolicyFacts {
  readonly acted: boolean;
  /** The report of tests that the table took over; undefined if it used the prepared one. */
  readonly taken?: { readonly found: number; readonly copies: number; readonly sealed: boolean };
  readonly cost: number;
  readonly measures: readonly MeasureFact[];
  readonly rounds: readonly RoundFact[];
  readonly unheard: readonly Seat[];
  readonly objections: readonly ObjectionFact[];
  readonly views: readonly ViewFact[];
  readonly floor: readonly { readonly indicator: TableIndicator; readonly from: number; readonly low: number }[];
  readonly openInjects: readonly PolicyInject[];
  readonly dissent: boolean;
  readonly repeated: number;
  readonly standing: TableStanding;
  readonly outlook: Outlook;
}

/** Reads the facts of a table from its response and its brief. */
export function policyFacts(response: PolicyResponse, brief: PolicyBrief): PolicyFacts {
  const { plan, heard } = response;
  const measures = plan.map(({ measure }) => measure);
  const { isOwn, repeated } = ownWordsIn(response);
  const { taken } = response;
  const report = reportAt(brief, taken);
  const citable = new Map(citableIn(brief, report).map((one) => [one.id, one]));
  const { standing } = report;
  const outlook = outlookOf(measures, standing);
  const rounds = ROUNDS.map((round) => roundFact(response, round, isOwn));
  const decided = rounds.filter(({ chosen, passed }) => chosen > 0 || passed).map(({ round }) => round);
  return {
    acted: heard.length > 0 || plan.length > 0 || response.planSeq > 0,
    ...(taken && { taken: { found: taken.lines.length, copies: taken.copies, sealed: taken.sealed } }),
    cost: costOf(plan),
    measures: plan.map((one) => measureFact(response, one, isOwn, citable)),
    rounds,
    unheard: SEATS.filter((seat) => heard.every((one) => one.seat !== seat)),
    objections: measures.flatMap(objectionsTo).map(({ seat, measure }) => ({
      seat,
      measure,
      answered: response.replies.some((one) => one.seat === seat && one.measure === measure && isOwn(one.words)),
    })),
    views: DIVIDED_VIEWS.map((view) => viewFact(response, view, measures, isOwn)),
    floor: belowFloor(outlook, standing).map((indicator) => ({
      indicator,
      from: standing[indicator][0],
      low: outlook[indicator][0],
    })),
    openInjects: injectsOf(measures, decided).filter((inject) => !response.injects[inject]?.words.trim()),
    dissent: response.note.dissent.trim() !== '',
    repeated,
    standing,
    outlook,
  };
}

function measureFact(
  response: PolicyResponse,
  { measure, seq }: PolicyResponse['plan'][number],
  isOwn: (text: string) => boolean,
  citable: ReadonlyMap<string, Citable>,
): MeasureFact {
  const grounds = groundsOf(response, measure);
  const { softens } = MEASURES[measure];
  const named = grounds.rests.map((id) => citable.get(id) ?? { id, topics: [], tested: true });
  const fits = grounds.safeguards.some((safeguard) => softens.includes(safeguard));
  const weighed = grounds.milder !== undefined && isMilder(grounds.milder, measure);
  const { months, watch } = grounds;
  return {
    measure,
    seq,
    argued: {
      for: isOwn(grounds.for),
      against: isOwn(grounds.against),
      payer: grounds.payers.length > 0,
      hurt: grounds.hurt.length > 0,
    },
    rests: {
      none: named.length === 0,
      untested: named.filter(({ tested }) => !tested).map(({ id }) => id),
      aside: named.filter((one) => one.tested && !speaksTo(one, measure)).map(({ id }) => id),
    },
    softened: !isAtRisk(measure) ? 'unneeded' : fits ? 'yes' : grounds.safeguards.length > 0 ? 'aside' : 'none',
    milder: !isHeavy(measure) ? 'unneeded' : weighed ? 'yes' : 'none',
    review: {
      date: months === undefined ? 'none' : isHeavy(measure) && months > HEAVY_REVIEW_MONTHS ? 'late' : 'yes',
      watch: watch === undefined ? 'none' : moves(measure, watch) ? 'yes' : 'still',
      ...(watch && { watched: watch }),
      stop: isOwn(grounds.stop),
    },
  };
}

function roundFact({ plan, passed, heard }: PolicyResponse, round: Round, isOwn: (text: string) => boolean): RoundFact {
  const chosen = plan.filter(({ measure }) => roundOf(measure) === round);
  const [first] = chosen;
  const isHeard = (seat: Seat) =>
    first !== undefined && heard.some((one) => one.seat === seat && one.round === round && one.seq < first.seq);
  return {
    round,
    chosen: chosen.length,
    passed: chosen.length === 0 && isOwn(passed[round] ?? ''),
    late: first ? FIRST_SEATS.filter((seat) => !isHeard(seat)) : [],
    ...(first && { seq: first.seq }),
  };
}

function viewFact(
  { views, planSeq }: PolicyResponse,
  view: DividedView,
  plan: readonly MeasureId[],
  isOwn: (text: string) => boolean,
): ViewFact {
  const answer = views[view];
  const { first, last } = answer ?? {};
  const isNamed =
    first !== undefined &&
    last !== undefined &&
    plan.includes(first) &&
    plan.includes(last) &&
    (first !== last || plan.length === 1);
  if (!answer || !isNamed || !isOwn(answer.words)) return { view, state: 'open', against: [] };
  if (answer.seq < planSeq) return { view, state: 'stale', against: [] };
  return {
    view,
    state: 'answered',
    first,
    last,
    against: [
      ...(shiftOf(view, first) === 'weaker' ? (['first'] as const) : []),
      ...(shiftOf(view, last) === 'stronger' && plan.length > 1 ? (['last'] as const) : []),
    ],
  };
}
