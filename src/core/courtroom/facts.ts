import type { CourtFile } from './court-file.ts';
import { judgeCells } from './judge-cells.ts';
import type { CourtroomKey } from './key-schemas.ts';
import { type CourtroomResponse, type RowState, rulingOn } from './play.ts';

/** What happened in a courtroom exercise, from its log and its key; every sentence about it rests on these facts. */
export interface CourtroomFacts {
  /** Judged cells: those that the key has too, and those that it does not have. */
  readonly cells: { readonly judged: number; readonly right: number; readonly of: number; readonly baseless: number };
  readonly rows: readonly RowFact[];
  /** Elements with a probability, and all elements. */
  readonly views: { readonly set: number; readonly of: number };
  readonly sums: readonly {
    readonly asks: string;
    /** Left out if no sum was given. */
    readonly given?: number;
    readonly amount: number;
    readonly isRight: boolean;
  }[];
  readonly motions: readonly MotionFact[];
}

export interface RowFact {
  readonly title: string;
  /** Left out if the row was not judged. */
  readonly state?: RowState;
  readonly expected: RowState;
  /** For a row that is not met: the chosen measure is among the fitting ones. */
  readonly measure?: 'fitting' | 'other' | 'none';
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
  const { right, baseless, of } = judgeCells(response.cells, bundle, key);
  const titleOf = new Map(bundle.elements.map(({ id, title }) => [id, title]));
  const percents = percentsOf(response);
  return {
    cells: {
      judged: response.cells.filter(({ bearing }) => bearing !== 'silent').length,
      right: right.length,
      of,
      baseless: baseless.length,
    },
    rows: key.rows.map(({ element, state: expected, next }): RowFact => {
      const row = response.rows.find((one) => one.element === element);
      return {
        title: titleOf.get(element) ?? element,
        expected,
        ...(row && { state: row.state }),
        ...(expected !== 'met' && {
          measure: row?.measure === undefined ? 'none' : next.includes(row.measure) ? 'fitting' : 'other',
        }),
      };
    }),
    views: { set: key.rows.filter(({ element }) => percents.has(element)).length, of: key.rows.length },
    sums: bundle.sums.map(({ id, asks }) => {
      const { amount = 0, within = 0 } = key.sums[id] ?? {};
      const given = response.sums[id]?.amount;
      const isRight = given !== undefined && Math.abs(given - amount) <= within;
      return { asks, ...(given !== undefined && { given }), amount, isRight };
    }),
    motions: bundle.motions.map(({ id, title, outcomes }): MotionFact => {
      const ruling = rulingOn(response, id);
      const outcome = outcomes.find((one) => one.id === ruling?.outcome);
      return {
        title,
        ...(ruling && outcome && { outcome: outcome.text, seq: ruling.seq }),
        forbidden: forbiddenIn(key, id, file).some((one) => one.outcome === ruling?.outcome),
      };
    }),
  };
}

/** The last probability of each element that has one: the last view, or else the first. */
export const percentsOf = ({ first, last }: Pick<CourtroomResponse, 'first' | 'last'>): ReadonlyMap<string, number> =>
  new Map(Object.entries({ ...first, ...last }));
