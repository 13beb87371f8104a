import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { paymentsIn } from '#evidence/court-file/model/places.ts';
import { isAccepted } from './accepted-by-key.ts';
import type { CourtFile } from './court-file.ts';
import { type ItemPartFact, itemFacts } from './items.ts';
import { judgeCells } from './judge-cells.ts';
import type { CourtroomKey } from './key-schemas.ts';
import { type CourtroomResponse, type GivenSum, type RowState, rulingOn } from './play.ts';

/** What happened in a courtroom exercise, from its log and its key; every sentence about it rests on these facts. */
export interface CourtroomFacts {
  /** Judged cells: right ones, ones with the right bearing but wrong places, and ones that the key does not have. */
  readonly cells: {
    readonly judged: number;
    readonly right: number;
    readonly of: number;
    readonly misplaced: number;
    readonly baseless: number;
  };
  readonly rows: readonly RowFact[];
  /** Elements with a probability, all elements, and what was done before the first view was signed. */
  readonly views: { readonly set: number; readonly of: number; readonly firstAfter?: 'matrix' | 'ruling' };
  readonly sums: readonly SumFact[];
  readonly motions: readonly MotionFact[];
  /** The questions of a form, part by part; empty in another file. */
  readonly items: readonly ItemPartFact[];
  /** Choices of the judgment at which the authors draw a red line. */
  readonly redLines: readonly { readonly question: string; readonly choice: string }[];
}

export interface SumFact {
  readonly asks: string;
  /** Left out if no sum was given. */
  readonly given?: number;
  readonly amount: number;
  /** True if the given amount is that of the key. */
  readonly isAmountRight: boolean;
  /** True if the amount is right and the named payments add up to it. */
  readonly isRight: boolean;
  /** The sum of the named payments, if it is not the given sum. */
  readonly named?: number;
  /** Other sums on which it rests and whose amounts are wrong too: the error may come from them. */
  readonly after: readonly string[];
}

export interface RowFact {
  readonly title: string;
  /** Left out if the row was not judged. */
  readonly state?: RowState;
  readonly expected: RowState;
  /** True if the given state is that of the key, or another that it accepts as defensible. */
  readonly isAccepted: boolean;
  /** Whether the chosen measure is among those that fit; left out if none was chosen. */
  readonly measure?: 'fitting' | 'other';
}

export interface MotionFact {
  readonly title: string;
  /** The outcome of the last signed ruling, in words; left out if none was signed. */
  readonly outcome?: string;
  /** Set if the law of the State rules this outcome out. */
  readonly forbidden: boolean;
  readonly seq?: number;
}

/** Outcomes of a motion that the law of the State rules out. */
export const forbiddenIn = (key: CourtroomKey, motion: string, { law }: Pick<CourtFile, 'law'>) =>
  key.motions[motion]?.forbids[law.regime] ?? [];

/** Builds the facts of one courtroom exercise. */
export function courtroomFacts(response: CourtroomResponse, key: CourtroomKey, file: CourtFile): CourtroomFacts {
  const { bundle } = file;
  const { right, misplaced, baseless, of } = judgeCells(response.cells, bundle, key);
  const titleOf = new Map(bundle.elements.map(({ id, title }) => [id, title]));
  const percents = percentsOf(response);
  return {
    cells: {
      judged: response.cells.filter(({ bearing }) => bearing !== 'silent').length,
      right: right.length,
      of,
      misplaced: misplaced.length,
      baseless: baseless.length,
    },
    rows: key.rows.map((expected): RowFact => {
      const row = response.rows.find((one) => one.element === expected.element);
      return {
        title: titleOf.get(expected.element) ?? expected.element,
        expected: expected.state,
        isAccepted: isAccepted(expected, row?.state),
        ...(row && { state: row.state }),
        ...(row?.measure !== undefined && { measure: expected.next.includes(row.measure) ? 'fitting' : 'other' }),
      };
    }),
    views: {
      set: key.rows.filter(({ element }) => percents.has(element)).length,
      of: key.rows.length,
      ...(response.firstAfter && { firstAfter: response.firstAfter }),
    },
    sums: sumFacts(response, key, bundle),
    motions: bundle.motions.map(({ id, title, outcomes }): MotionFact => {
      const ruling = rulingOn(response, id);
      const outcome = outcomes.find((one) => one.id === ruling?.outcome);
      return {
        title,
        ...(ruling && outcome && { outcome: outcome.text, seq: ruling.seq }),
        forbidden: forbiddenIn(key, id, file).some((one) => one.outcome === ruling?.outcome),
      };
    }),
    items: itemFacts(response, key, bundle),
    redLines: bundle.judgment.flatMap(({ id, title, options }) => {
      const chosen = options.find((option) => option.id === response.choices[id]);
      const isRed = chosen !== undefined && key.judgment[id]?.options[chosen.id]?.view === 'red';
      return isRed ? [{ question: title, choice: chosen.text }] : [];
    }),
  };
}

function sumFacts({ sums }: CourtroomResponse, key: CourtroomKey, bundle: CourtFile['bundle']) {
  const isAmountRight = (id: string) => {
    const { amount = 0, within = 0 } = key.sums[id] ?? {};
    const given = sums[id]?.amount;
    return given !== undefined && Math.abs(given - amount) <= within;
  };
  return bundle.sums.map(({ id, asks }): SumFact => {
    const given = sums[id];
    const named = given && namedApart(given, bundle);
    const wrongBefore = (key.sums[id]?.after ?? []).filter((one) => sums[one] !== undefined && !isAmountRight(one));
    return {
      asks,
      ...(given && { given: given.amount }),
      amount: key.sums[id]?.amount ?? 0,
      isAmountRight: isAmountRight(id),
      isRight: isAmountRight(id) && named === undefined,
      ...(named !== undefined && { named }),
      after: bundle.sums.filter((one) => wrongBefore.includes(one.id)).map((one) => one.asks),
    };
  });
}

/** The sum of the payments that are named for an amount, if it differs; undefined if none is named. */
export function namedApart({ amount, payments }: GivenSum, bundle: Pick<Bundle, 'exhibits'>): number | undefined {
  if (payments.length === 0) return undefined;
  const named = paymentsIn(bundle)
    .filter(({ no }) => payments.includes(no))
    .reduce((all, { sim }) => all + sim, 0);
  return named === amount ? undefined : named;
}

/** The last probability of each element that has one: the last view, or else the first. */
export const percentsOf = ({ first, last }: Pick<CourtroomResponse, 'first' | 'last'>): ReadonlyMap<string, number> =>
  new Map(Object.entries({ ...first, ...last }));
