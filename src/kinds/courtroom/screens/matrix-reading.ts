import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import type { MatrixCell } from '#kinds/courtroom/model/play.ts';

/** The elements that an exhibit alone speaks for: without it, nothing in the judged cells speaks for them. */
export function fallsWithout(
  exhibit: string,
  cells: readonly MatrixCell[],
  { elements }: Pick<Bundle, 'elements'>,
): Bundle['elements'] {
  return elements.filter(({ id }) => {
    const support = cells.filter((cell) => cell.element === id && cell.bearing === 'for');
    return support.length > 0 && support.every((cell) => cell.exhibit === exhibit);
  });
}
