import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { expandPlace, splitPlace } from '#evidence/court-file/model/places.ts';
import type { CourtroomKey, RowKey } from './key-schemas.ts';
import type { Bearing, RowState } from './play.ts';

/** A cell of the key: its places speak for an element, or against it. */
export interface KeyCell {
  readonly element: string;
  readonly exhibit: string;
  readonly bearing: Exclude<Bearing, 'silent'>;
  /** Every place that may be named. One is enough. */
  readonly places: readonly string[];
}

/** The cells of one row, by exhibit and bearing, with every place that is accepted. */
export function cellsOfRow(
  bundle: Pick<Bundle, 'exhibits'>,
  row: Pick<RowKey, 'element' | 'for' | 'against'>,
): KeyCell[] {
  return (['for', 'against'] as const).flatMap((bearing) => {
    const byExhibit = new Map<string, string[]>();
    for (const pinpoint of row[bearing].flatMap((place) => expandPlace(bundle, place))) {
      const { exhibit } = splitPlace(pinpoint);
      byExhibit.set(exhibit, [...(byExhibit.get(exhibit) ?? []), pinpoint]);
    }
    return [...byExhibit].map(([exhibit, places]): KeyCell => ({ element: row.element, exhibit, bearing, places }));
  });
}

/** The cells of the whole key, row by row. */
export const keyCells = (bundle: Pick<Bundle, 'exhibits'>, { rows }: Pick<CourtroomKey, 'rows'>): KeyCell[] =>
  rows.flatMap((row) => cellsOfRow(bundle, row));

/** True if the key accepts this state of a row: its own, or another that can be defended. */
export const isAccepted = (
  { state, defensible }: Pick<RowKey, 'state' | 'defensible'>,
  said: RowState | undefined,
): boolean => said !== undefined && (said === state || defensible.includes(said));
