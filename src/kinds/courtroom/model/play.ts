import type { ActionContext } from '#case/exercise/model/exercise-kind.ts';
import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import type { Instant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { hasCourtFile, RULINGS_PART } from './court-exercises.ts';

/** What an exhibit says of an element: it speaks for it, against it, or was read and says nothing. */
export const BEARINGS = ['for', 'against', 'silent'] as const;
export type Bearing = (typeof BEARINGS)[number];

/** One judged cell of the matrix. A cell that nobody judged is not in the response. */
export interface MatrixCell {
  readonly element: string;
  readonly exhibit: string;
  readonly bearing: Bearing;
  /** Pinpoints into the exhibit. */
  readonly places: readonly string[];
  readonly shows: string;
  /** An innocent reading; empty if none was written. */
  readonly innocent: string;
}

/** What a reader says of a row: shown, not shown, or a measure has to come first. */
export const ROW_STATES = ['met', 'not-met', 'ask'] as const;
export type RowState = (typeof ROW_STATES)[number];

export interface JudgedRow {
  readonly element: string;
  readonly state: RowState;
  /** The next lawful measure; left out for a row that is met. */
  readonly measure?: string;
  readonly why: string;
}

/** A ruling as far as it is written: its outcome and its six boxes. */
export interface RulingText {
  readonly outcome: string;
  /** In the order of `RULING_LINES`. */
  readonly boxes: readonly string[];
}

/** A signed ruling. It is never replaced: a later one on the same motion comes after it. */
export interface Ruling extends RulingText {
  readonly motion: string;
  readonly at: Instant;
  readonly seq: number;
  /** SHA-256 over motion, outcome, boxes and time. */
  readonly hash: string;
}

/** Self-marking of one box: missing, partly, complete. */
export type LineMark = 0 | 1 | 2;

export interface MarkedLine {
  readonly motion: string;
  /** Place of the box, from 0. */
  readonly line: number;
  /** The marker: two people can study together. */
  readonly by: 1 | 2;
  readonly mark: LineMark;
}

/** How far a new fact moves the ruling towards granting the motion. */
export type TwistStep = -2 | -1 | 0 | 1 | 2;

/** An answer to the new fact. The first one is kept, because the authors' direction is shown after it. */
export interface TwistAnswer {
  readonly towards: TwistStep;
  readonly why: string;
  /** What was answered first; left out while it is the only answer. */
  readonly first?: { readonly towards: TwistStep; readonly why: string };
}

/** What was written after a ruling, until a later one on the same motion was signed. */
export interface AfterRuling {
  /** Number of the signature in the log. */
  readonly seq: number;
  readonly marks: readonly MarkedLine[];
  /** The argument from the other chair; empty if none was written. */
  readonly otherChair: string;
}

export interface GivenSum {
  readonly amount: number;
  /** Numbers of the payments that it is made of. */
  readonly payments: readonly number[];
}

/** The content of the judgment: exactly what its two pages print. */
export interface JudgmentText extends Pick<CourtroomResponse, 'choices' | 'sums' | 'reasons'> {
  /** Cells that speak for a row or against it, by element and exhibit. */
  readonly cells: readonly Pick<MatrixCell, 'element' | 'exhibit' | 'bearing' | 'places'>[];
  /** By element. */
  readonly rows: readonly Omit<JudgedRow, 'why'>[];
  /** The last signed ruling on each motion. */
  readonly rulings: readonly Ruling[];
}

/** A signed judgment with its text at that time. Later changes are unsigned until the judgment is signed again. */
export interface SignedJudgment {
  readonly at: Instant;
  /** SHA-256 over the text and the time. */
  readonly hash: string;
  readonly text: JudgmentText;
}

export interface CourtroomResponse {
  /** Probabilities in percent by element, before matrix and motions; an element that was not set is missing. */
  readonly first: Readonly<Record<string, number>>;
  /** The same after the motions. */
  readonly last: Readonly<Record<string, number>>;
  /** Set once the first view is signed: it cannot be changed after that. */
  readonly firstSigned: boolean;
  /** The work done before the first view was signed; undefined if there was none. */
  readonly firstAfter?: 'matrix' | 'ruling';
  readonly cells: readonly MatrixCell[];
  readonly rows: readonly JudgedRow[];
  readonly drafts: Readonly<Record<string, RulingText>>;
  /** Signed rulings in the order of signing. */
  readonly rulings: readonly Ruling[];
  /** Marks of the last ruling on each motion. */
  readonly marks: readonly MarkedLine[];
  readonly twists: Readonly<Record<string, TwistAnswer>>;
  /** The argument from the other chair against the last ruling, by motion. */
  readonly otherChair: Readonly<Record<string, string>>;
  /** Marks and answers of rulings that a later one on the same motion replaces. */
  readonly earlier: readonly AfterRuling[];
  /** Chosen options of the judgment, by question. */
  readonly choices: Readonly<Record<string, string>>;
  readonly sums: Readonly<Record<string, GivenSum>>;
  /** Answers to the questions of a form, by question: an option, or the step of a view as a number. */
  readonly items: Readonly<Record<string, string>>;
  /** The reasons of the judgment, in one text. */
  readonly reasons: string;
  readonly judgmentSigned?: SignedJudgment;
}

/** The actions of the kind, as the log keeps them. */
export type CourtroomAction =
  | { readonly type: 'view.set'; readonly view: 'first' | 'last'; readonly element: string; readonly percent: number }
  | { readonly type: 'view.signed' }
  | ({ readonly type: 'cell.judged' } & MatrixCell)
  | { readonly type: 'cell.cleared'; readonly element: string; readonly exhibit: string }
  | ({ readonly type: 'row.judged' } & JudgedRow)
  | ({ readonly type: 'ruling.drafted'; readonly motion: string } & RulingText)
  | ({ readonly type: 'ruling.signed'; readonly motion: string } & RulingText)
  | ({ readonly type: 'line.marked' } & MarkedLine)
  | { readonly type: 'twist.answered'; readonly motion: string; readonly towards: TwistStep; readonly why: string }
  | { readonly type: 'chair.argued'; readonly motion: string; readonly text: string }
  | { readonly type: 'choice.made'; readonly question: string; readonly option: string }
  | ({ readonly type: 'sum.given'; readonly sum: string } & GivenSum)
  | { readonly type: 'item.answered'; readonly item: string; readonly option: string }
  | { readonly type: 'reasons.written'; readonly text: string }
  | { readonly type: 'judgment.signed' };

export const playCourtroom: KindPlay<{ response: CourtroomResponse; action: CourtroomAction }> = {
  kind: 'courtroom',
  // A court reads its file.
  showsAds: false,
  empty: {
    first: {},
    last: {},
    firstSigned: false,
    cells: [],
    rows: [],
    drafts: {},
    rulings: [],
    marks: [],
    twists: {},
    otherChair: {},
    earlier: [],
    choices: {},
    sums: {},
    items: {},
    reasons: '',
  },
  minutes: () => 1,
  // Model rulings open when a ruling is signed.
  keyParts: (scenario) => (hasCourtFile(scenario) ? [RULINGS_PART] : []),
  reduce,
};

/** The last signed ruling on a motion; undefined before the first one. */
export const rulingOn = ({ rulings }: Pick<CourtroomResponse, 'rulings'>, motion: string): Ruling | undefined =>
  rulings.findLast((ruling) => ruling.motion === motion);

/** The content of the judgment from a response. Cells and rows are sorted, independent of when they were judged. */
export function judgmentText({ choices, sums, reasons, cells, rows, rulings }: CourtroomResponse): JudgmentText {
  return {
    choices,
    sums,
    reasons,
    cells: inOrder(
      cells
        .filter(({ bearing }) => bearing !== 'silent')
        .map(({ element, exhibit, bearing, places }) => ({ element, exhibit, bearing, places })),
    ),
    rows: inOrder(rows.map(({ why: _, ...row }) => row)),
    rulings: rulings.filter((ruling) => ruling === rulingOn({ rulings }, ruling.motion)),
  };
}

/** By element, and by exhibit within one. */
function inOrder<One extends { readonly element: string; readonly exhibit?: string }>(all: readonly One[]): One[] {
  const placeOf = ({ element, exhibit = '' }: One) => `${element} ${exhibit}`;
  return all.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** True if what the judgment says was changed after its last signature. */
export const isChangedSinceSigned = (response: CourtroomResponse): boolean =>
  response.judgmentSigned !== undefined && hashOf(judgmentText(response)) !== hashOf(response.judgmentSigned.text);

/** The latest kind of work done so far. */
const workBefore = ({ cells, rows, rulings }: CourtroomResponse): Pick<CourtroomResponse, 'firstAfter'> =>
  rulings.length > 0 ? { firstAfter: 'ruling' } : cells.length + rows.length > 0 ? { firstAfter: 'matrix' } : {};

function reduce(response: CourtroomResponse, action: CourtroomAction, context: ActionContext): CourtroomResponse {
  switch (action.type) {
    case 'view.set':
      // A signed first view stays as it is, so that first and last view can be compared.
      return action.view === 'first' && response.firstSigned
        ? response
        : { ...response, [action.view]: { ...response[action.view], [action.element]: action.percent } };
    case 'view.signed':
      return response.firstSigned ? response : { ...response, firstSigned: true, ...workBefore(response) };
    case 'cell.judged': {
      const { type: _, ...cell } = action;
      return { ...response, cells: [...otherCells(response, action), cell] };
    }
    case 'cell.cleared':
      return { ...response, cells: otherCells(response, action) };
    case 'row.judged': {
      const { type: _, ...row } = action;
      return { ...response, rows: [...response.rows.filter(({ element }) => element !== action.element), row] };
    }
    case 'ruling.drafted': {
      const { motion, outcome, boxes } = action;
      return { ...response, drafts: { ...response.drafts, [motion]: { outcome, boxes } } };
    }
    case 'ruling.signed':
      return signed(response, action, context);
    case 'line.marked': {
      const { type: _, ...mark } = action;
      const isOther = ({ motion, line, by }: MarkedLine) =>
        motion !== mark.motion || line !== mark.line || by !== mark.by;
      return { ...response, marks: [...response.marks.filter(isOther), mark] };
    }
    case 'twist.answered': {
      const { motion, towards, why } = action;
      const before = response.twists[motion];
      const first = before && (before.first ?? { towards: before.towards, why: before.why });
      return { ...response, twists: { ...response.twists, [motion]: { towards, why, ...(first && { first }) } } };
    }
    case 'chair.argued':
      return { ...response, otherChair: { ...response.otherChair, [action.motion]: action.text } };
    case 'choice.made':
      return { ...response, choices: { ...response.choices, [action.question]: action.option } };
    case 'sum.given': {
      const { sum, amount, payments } = action;
      return { ...response, sums: { ...response.sums, [sum]: { amount, payments } } };
    }
    case 'item.answered':
      return { ...response, items: { ...response.items, [action.item]: action.option } };
    case 'reasons.written':
      return { ...response, reasons: action.text };
    case 'judgment.signed': {
      const text = judgmentText(response);
      const { at } = context;
      return { ...response, judgmentSigned: { at, hash: hashOf({ ...text, at }), text } };
    }
    default:
      return response;
  }
}

const otherCells = (
  { cells }: Pick<CourtroomResponse, 'cells'>,
  { element, exhibit }: Pick<MatrixCell, 'element' | 'exhibit'>,
): MatrixCell[] => cells.filter((cell) => cell.element !== element || cell.exhibit !== exhibit);

function signed(
  response: CourtroomResponse,
  { motion, outcome, boxes }: RulingText & { readonly motion: string },
  { at, seq }: ActionContext,
): CourtroomResponse {
  const hash = hashOf({ motion, outcome, boxes, at });
  const { [motion]: _, ...drafts } = response.drafts;
  return {
    ...response,
    ...setApart(response, motion),
    drafts,
    rulings: [...response.rulings, { motion, outcome, boxes, at, seq, hash }],
  };
}

/** Moves the marks and answers of the last ruling on a motion to `earlier`, so that the next ruling begins without. */
function setApart(response: CourtroomResponse, motion: string): Partial<CourtroomResponse> {
  const last = rulingOn(response, motion);
  if (!last) return {};
  const { [motion]: answer = '', ...otherChair } = response.otherChair;
  const own = response.marks.filter((mark) => mark.motion === motion);
  return {
    marks: response.marks.filter((mark) => mark.motion !== motion),
    otherChair,
    earlier: [...response.earlier, { seq: last.seq, marks: own, otherChair: answer }],
  };
}

const hashOf = (text: object): string => sha256Hex(canonicalJson(asJson(text)));
