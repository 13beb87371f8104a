import { isSameStep } from '#case/language/model/same-step.ts';
import type { ModelStep, PathStep } from '#case/scoring/model/score-report.ts';

/** One row of the two paths side by side. */
export interface PathRow {
  /** Place of the row. */
  readonly no: number;
  /** Which step of the path taken it is, counted from 1: the one number by which a step is called. None of a step of the model path alone. */
  readonly step?: number;
  /** Which step of the model path it is, counted from 1. */
  readonly modelStep?: number;
  readonly you?: PathStep;
  readonly model?: ModelStep;
  /** Both were there and chose the same. */
  readonly same: boolean;
}

/**
 * What it is worth to stand in one row. Decisions come before acts: the same decision is one row whatever was answered,
 * while a choice of what to do next comes back several times, so that only the same choice is the same step.
 */
function kinship(you: PathStep, model: ModelStep): number {
  const isSame = isSameStep(you, model);
  if (you.rating && you.state === model.state) return isSame ? 101 : 100;
  return isSame ? 1 : 0;
}

/** Both paths in rows, in their own orders, with as many common steps in one row as the orders allow. */
export function alignPaths(path: readonly PathStep[], model: readonly ModelStep[]): PathRow[] {
  const best = Array.from({ length: path.length + 1 }, () => new Array<number>(model.length + 1).fill(0));
  const at = (y: number, m: number) => best[y]?.[m] ?? 0;
  for (let y = path.length - 1; y >= 0; y--) {
    for (let m = model.length - 1; m >= 0; m--) {
      const gain = kinship(path[y] as PathStep, model[m] as ModelStep);
      const together = gain > 0 ? gain + at(y + 1, m + 1) : 0;
      (best[y] as number[])[m] = Math.max(together, at(y + 1, m), at(y, m + 1));
    }
  }
  const rows: PathRow[] = [];
  let y = 0;
  let m = 0;
  const add = ({ you, model: step }: Pick<PathRow, 'you' | 'model'>) =>
    rows.push({
      no: rows.length + 1,
      ...(you && { you, step: y + 1 }),
      ...(step && { model: step, modelStep: m + 1 }),
      same: !!you && !!step && isSameStep(you, step),
    });
  while (y < path.length || m < model.length) {
    const you = path[y];
    const step = model[m];
    const gain = you && step ? kinship(you, step) : 0;
    if (you && step && gain > 0 && at(y, m) === gain + at(y + 1, m + 1)) {
      add({ you, model: step });
      y++;
      m++;
    } else if (you && (!step || at(y, m) === at(y + 1, m))) {
      add({ you });
      y++;
    } else if (step) {
      add({ model: step });
      m++;
    }
  }
  return rows;
}
