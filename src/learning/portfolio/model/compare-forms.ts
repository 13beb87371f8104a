import type { Criterion } from '#kernel/model/criterion.ts';
import type { PortfolioEntry } from './portfolio-entry.ts';

/**
 * The comparison of two marks of one criterion. `few`: too few points to compare. `no-clear-change`: the difference is
 * smaller than one standard error. `apart`: it is not.
 */
export type FormChange = 'few' | 'no-clear-change' | 'apart';

/** One criterion of both forms, side by side. Nothing adds the criteria up. */
export interface FormRow {
  readonly id: string;
  readonly before: Criterion;
  readonly after: Criterion;
  readonly change: FormChange;
}

/** The first attempts at the two forms of a pair; in later attempts the answers are known. */
export interface ComparedForms {
  readonly pair: string;
  readonly before: PortfolioEntry;
  readonly after: PortfolioEntry;
  readonly rows: readonly FormRow[];
}

/** Minimum points for a meaningful standard error. */
const MIN_POINTS = 5;

/** Every pair with both forms ended, each by its first attempt that is no retry. */
export function compareForms(entries: readonly PortfolioEntry[]): ComparedForms[] {
  const ended = entries.filter(({ state, retry, result }) => state === 'done' && !retry && result !== undefined);
  const forms = ended.flatMap((entry) => entry.parts.flatMap(({ form }) => (form ? [{ ...form, entry }] : [])));
  return [...new Set(forms.map(({ pair }) => pair))].flatMap((pair): ComparedForms[] => {
    const first = (place: 'before' | 'after') =>
      forms.find((form) => form.pair === pair && form.place === place)?.entry;
    const [before, after] = [first('before'), first('after')];
    return before && after ? [{ pair, before, after, rows: rowsOf(before, after) }] : [];
  });
}

const rowsOf = ({ result: one }: PortfolioEntry, { result: other }: PortfolioEntry): FormRow[] =>
  (one?.criteria ?? []).flatMap((before) => {
    const after = other?.criteria.find(({ id }) => id === before.id);
    return after ? [{ id: before.id, before, after, change: changeOf(before, after) }] : [];
  });

/**
 * Each mark is read as points out of `max`, each point right or not. The standard error of the difference between two
 * such shares is √(p(1 − p)(1/n + 1/m)), with p the share of both together, and one point of each kind added to it, so
 * that two perfect marks still have an error.
 */
export function changeOf(before: Pick<Criterion, 'raw' | 'max'>, after: Pick<Criterion, 'raw' | 'max'>): FormChange {
  const [n, m] = [before.max, after.max];
  if (Math.min(n, m) < MIN_POINTS) return 'few';
  const points = ({ raw, max }: typeof before) => Math.min(max, Math.max(0, raw));
  const p = (points(before) + points(after) + 1) / (n + m + 2);
  const error = Math.sqrt(p * (1 - p) * (1 / n + 1 / m));
  return Math.abs(points(after) / m - points(before) / n) < error ? 'no-clear-change' : 'apart';
}
