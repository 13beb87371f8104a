import type { ReviewStatement } from '#case/plug/model/review-statement.ts';
import type { Bundle, BundleFacts } from '#evidence/court-file/model/bundle.ts';
import { expandPlace, splitPlace } from '#evidence/court-file/model/places.ts';
import type { CourtroomKey, RowKey } from '#kinds/courtroom/model/key-schemas.ts';

const SIDES = ['for', 'against'] as const;

/**
 * Every row of the matrix as the key has it: its state, its cells, its innocent reading, what fits next, and the harm.
 */
export function rowStatements(bundle: Bundle, facts: BundleFacts, { rows }: CourtroomKey): ReviewStatement[] {
  return rows.flatMap((row) => {
    const { element, state, defensible, innocent, why, next, harm, sources } = row;
    const asked = bundle.elements.find(({ id }) => id === element);
    const about = asked?.title ?? element;
    const stated = (
      part: string,
      topic: string,
      text: string,
      more: Partial<ReviewStatement> = {},
    ): ReviewStatement => ({
      id: ['courtroom.row', element, ...(part === '' ? [] : [part])].join('.'),
      kind: 'kind',
      topic: `courtroom.${topic}`,
      about,
      text,
      sources: [],
      ...more,
    });
    return [
      stated('', 'row', asked?.asks ?? element, { answer: { id: `courtroom.${state}` }, reason: why, sources }),
      ...defensible.map((other) =>
        stated(`defensible.${other}`, 'defensible', asked?.asks ?? element, { answer: { id: `courtroom.${other}` } }),
      ),
      ...SIDES.flatMap((side) =>
        cellsOf(row, side).map(({ exhibit, places }) =>
          stated(
            `${side}.${exhibit}`,
            'cell',
            placesInWords(bundle, places),
            groundOf(facts, bundle, { element, side, places, isOpen: state === 'ask' }),
          ),
        ),
      ),
      stated('innocent', 'innocent', innocent),
      ...next.map((id) => {
        const measure = bundle.measures.find((one) => one.id === id);
        return stated(`next.${id}`, 'next', measure ? `${measure.text} (${measure.who})` : id);
      }),
      ...(harm === undefined ? [] : [stated('harm', 'harm', harm)]),
    ];
  });
}

/** The places that the key names on one side of a row, by exhibit, in the order of the key. */
function cellsOf(row: Pick<RowKey, 'for' | 'against'>, side: (typeof SIDES)[number]) {
  const exhibits = [...new Set(row[side].map((place) => splitPlace(place).exhibit))];
  return exhibits.map((exhibit) => ({
    exhibit,
    places: row[side].filter((place) => splitPlace(place).exhibit === exhibit),
  }));
}

/** Each place with what stands there; payments are named by their accounts. */
function placesInWords({ exhibits }: Bundle, pinpoints: readonly string[]): string {
  return pinpoints
    .map((pinpoint) => {
      const { exhibit, at } = splitPlace(pinpoint);
      const place = exhibits.find(({ id }) => id === exhibit)?.places.find((one) => one.at === at);
      return place ? `${pinpoint}: ${place.text}` : pinpoint;
    })
    .join(' ');
}

/** What the facts of the bundle say at these places: the reason of the cell, and whether it is only a claim. */
function groundOf(
  { facts }: BundleFacts,
  bundle: Bundle,
  cell: {
    readonly element: string;
    readonly side: 'for' | 'against';
    readonly places: readonly string[];
    /** True if something has to be asked first in this row, so that claims in it stay open. */
    readonly isOpen: boolean;
  },
): Pick<ReviewStatement, 'answer' | 'reason'> {
  const own = new Set(cell.places.flatMap((place) => expandPlace(bundle, place)));
  const found = facts.filter(({ bears }) =>
    bears.some(
      ({ element, on, places }) =>
        element === cell.element &&
        on === cell.side &&
        places.some((place) => expandPlace(bundle, place).some((pinpoint) => own.has(pinpoint))),
    ),
  );
  const isClaim = found.length > 0 && found.every(({ happened }) => !happened);
  return {
    answer: { id: `courtroom.${cell.side}${isClaim ? (cell.isOpen ? '.open' : '.claimed') : ''}` },
    ...(found.length > 0 && { reason: found.map(({ says }) => says).join(' ') }),
  };
}
