import type { Act } from '#case/exercise/model/acts.ts';
import { isSameStep } from '#case/language/model/same-step.ts';
import type { CaseFacts } from '#case/scoring/model/case-facts.ts';
import type { PathRow } from './align-paths.ts';

/**
 * Where a step of the model path was done that has no place beside it on the path taken: `later` or `earlier` than the
 * model path has it; `idle`, it was chosen and its act was never done; `otherwise`, an act of its kind was done by
 * another step, or in another panel.
 */
export interface DoneElsewhere {
  readonly how: 'later' | 'earlier' | 'idle' | 'otherwise';
  /** Number of the log entry. */
  readonly seq: number;
  /** Row of the step on the path taken; left out where none is the same step. */
  readonly no?: number;
  /** Acts that the model path has after this step, and that were done before it. */
  readonly after: readonly Act[];
}

/**
 * For each row with a step of the model path alone, by its number: where that step was done. What is missing was never
 * done.
 */
export function doneElsewhere(
  rows: readonly PathRow[],
  { done }: Pick<CaseFacts, 'done'>,
): ReadonlyMap<number, DoneElsewhere> {
  const found = new Map<number, DoneElsewhere>();
  const claimed = new Set(rows.filter(({ same }) => same).map(({ no }) => no));
  const firstOf = (wanted: Act) => done.find(({ act }) => act === wanted)?.seq;
  const open = rows.filter(({ you }) => you === undefined);
  for (const row of open) {
    const twin = rows.find(({ no, you }) => you && row.model && !claimed.has(no) && isSameStep(you, row.model));
    if (!twin?.you) continue;
    claimed.add(twin.no);
    const { seq, act } = twin.you;
    const first = act === undefined ? seq : firstOf(act);
    if (twin.no > row.no && first !== undefined && first < seq) {
      // It came later, and its act had been done before, in an exercise or by another step, which is shown.
      found.set(row.no, { how: 'otherwise', seq: first, no: twin.no, after: [] });
      continue;
    }
    const how = first === undefined ? 'idle' : twin.no > row.no ? 'later' : 'earlier';
    found.set(row.no, { how, seq, no: twin.no, after: how === 'later' ? overtaking(row, rows, seq, firstOf) : [] });
  }
  /** Acts that stand on the path taken as a step of the model path already. */
  const told = new Set(rows.filter(({ no }) => claimed.has(no)).map(({ you }) => you?.act));
  for (const { no, model } of open) {
    if (found.has(no) || model?.act === undefined || told.has(model.act)) continue;
    const seq = firstOf(model.act);
    if (seq !== undefined) found.set(no, { how: 'otherwise', seq, after: [] });
  }
  return found;
}

function overtaking(
  { no: place, model: own }: PathRow,
  rows: readonly PathRow[],
  seq: number,
  firstOf: (act: Act) => number | undefined,
): Act[] {
  const next = rows.flatMap(({ no, model }) => (no > place && model?.act !== undefined ? [model.act] : []));
  return [...new Set(next)].filter((act) => act !== own?.act && (firstOf(act) ?? seq) < seq);
}
