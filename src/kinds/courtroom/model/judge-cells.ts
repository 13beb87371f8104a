import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { type KeyCell, keyCells } from './accepted-by-key.ts';
import type { CourtroomKey } from './key-schemas.ts';
import type { MatrixCell } from './play.ts';

export interface JudgedCells {
  /** Cells whose bearing is that of the key, and whose places are all accepted, with at least one. */
  readonly right: readonly MatrixCell[];
  /** Cells with a bearing that the key does not have: the exhibit is silent on the element, or says the contrary. */
  readonly baseless: readonly MatrixCell[];
  /** Cells with the bearing of the key and wrong places, or without a place. */
  readonly misplaced: readonly { readonly cell: MatrixCell; readonly wrong: readonly string[] }[];
  /** Number of cells of the key. */
  readonly of: number;
}

const isAt = (one: Pick<MatrixCell, 'element' | 'exhibit'>, other: Pick<MatrixCell, 'element' | 'exhibit'>) =>
  one.element === other.element && one.exhibit === other.exhibit;

/**
 * Compares judged cells with the key. A cell with the right bearing and a wrong place is neither right nor baseless.
 * Cells judged silent are not counted.
 */
export function judgeCells(
  cells: readonly MatrixCell[],
  bundle: Pick<Bundle, 'exhibits'>,
  key: Pick<CourtroomKey, 'rows'>,
): JudgedCells {
  const known = keyCells(bundle, key);
  const inKey = (cell: MatrixCell): KeyCell | undefined =>
    known.find((one) => isAt(one, cell) && one.bearing === cell.bearing);
  const spoken = cells.filter(({ bearing }) => bearing !== 'silent');
  const placed = spoken.flatMap((cell) => {
    const accepted = inKey(cell)?.places;
    return accepted ? [{ cell, wrong: cell.places.filter((place) => !accepted.includes(place)) }] : [];
  });
  const isRight = ({ cell, wrong }: (typeof placed)[number]) => cell.places.length > 0 && wrong.length === 0;
  return {
    right: placed.filter(isRight).map(({ cell }) => cell),
    misplaced: placed.filter((one) => !isRight(one)),
    baseless: spoken.filter((cell) => inKey(cell) === undefined),
    of: known.length,
  };
}
