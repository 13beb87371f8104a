import crossfilter from 'crossfilter2';
import {
  COUNTED,
  type CountedFacet,
  type FacetRow,
  FIRST,
  type Reference,
  type ReferenceAnswer,
  valuesOf,
} from './facet-table.ts';

/** Stands for nothing: the library needs values that can be put in order. */
const NOTHING = { number: -1, text: '' };

interface Ends {
  readonly from: string | number;
  readonly to: string | number;
}

/** A range of the library ends before its end; ours has both ends. */
const withEnd = ({ from, to }: Ends): [string | number, string | number] =>
  typeof to === 'number' ? [from, to + 0.5] : [from, `${to}~`];

/** The same questions put to crossfilter2 as its guide teaches: a dimension and a group for each facet. */
export function createCrossfilterFacets(table: readonly FacetRow[]): Reference {
  const rows = crossfilter(table.slice());
  const dimensions = COUNTED.map((facet) => {
    const nothing = facet === 'price' ? NOTHING.number : NOTHING.text;
    const dimension = rows.dimension<string | number>((row) => row[facet] ?? nothing);
    return { facet, dimension, group: dimension.group(), values: valuesOf(table, facet) };
  });
  const places = rows.dimension((row) => row.place);
  const all = rows.groupAll();

  return ({ facets }) => {
    for (const { facet, dimension } of dimensions) {
      const asked = facets[facet];
      if (!asked || (Array.isArray(asked) && asked.length === 0)) dimension.filterAll();
      else if (Array.isArray(asked)) {
        const values = new Set(asked);
        dimension.filterFunction((value) => values.has(value));
      } else dimension.filterRange(withEnd(asked as Ends));
    }
    const counts = Object.fromEntries(
      dimensions.map(({ facet, group, values }): [CountedFacet, ReferenceAnswer['counts'][CountedFacet]] => {
        const found = new Map(group.all().map(({ key, value }) => [key, Number(value)]));
        return [facet, values.map((value) => ({ value, count: found.get(value) ?? 0 }))];
      }),
    ) as ReferenceAnswer['counts'];
    return { total: Number(all.value()), first: places.bottom(FIRST).map((row) => row.ad), counts };
  };
}
