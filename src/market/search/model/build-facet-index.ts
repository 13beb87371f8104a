import { toEpoch } from '#kernel/model/instant.ts';
import { type Ad, isHidden } from '#market/ads/model/market.ts';
import { type ChoiceColumn, createChoiceColumn } from './choice-column.ts';
import {
  CHOICE_FACETS,
  type ChoiceFacet,
  facetValue,
  RANGE_FACETS,
  type RangeFacet,
  standingFields,
  TRACE_FACETS,
  type TraceFacet,
  type ValueFacet,
} from './market-query.ts';
import { type Orders, orderAds } from './order-ads.ts';
import { createRangeColumn, type RangeColumn } from './range-column.ts';
import { createTraceColumn, type TraceColumn } from './trace-column.ts';

/**
 * The facets of all ads by number. It holds only what is on their pages, so it reveals nothing that a visitor could not
 * see.
 */
export interface FacetIndex {
  readonly size: number;
  /** The id of each ad as its page shows it, by number. */
  readonly ids: readonly string[];
  readonly choices: Readonly<Record<ChoiceFacet, ChoiceColumn>>;
  readonly traces: Readonly<Record<TraceFacet, TraceColumn>>;
  readonly ranges: Readonly<Record<RangeFacet, RangeColumn<number | string>>>;
  readonly orders: Orders;
}

/** Takes the ads in the order of their numbers; `finish` returns their index. Both take time linear in the ads. */
export interface FacetIndexBuilder {
  add(ad: Ad): void;
  finish(): FacetIndex;
}

export function createFacetIndexBuilder(): FacetIndexBuilder {
  const values = emptyLists<string, ValueFacet>([...CHOICE_FACETS, ...TRACE_FACETS]);
  const ends = emptyLists<number | string, RangeFacet>(RANGE_FACETS);
  const posted: number[] = [];
  const ids: string[] = [];
  return {
    add(ad) {
      for (const facet of CHOICE_FACETS) values[facet].push(fieldValueOf(ad, facet));
      for (const facet of TRACE_FACETS) values[facet].push(fieldValueOf(ad, facet));
      const { price, pay } = standingFields(ad);
      ends.price.push(amountIn(price));
      ends.pay.push(amountIn(pay));
      ends.date.push(dayOf(ad));
      ids.push(ad.id);
      posted.push(toEpoch(ad.postedAt));
    },
    finish() {
      const amounts = ends.price.map((price, at) => (price ?? ends.pay[at]) as number | undefined);
      return {
        size: posted.length,
        ids,
        choices: mapNames(CHOICE_FACETS, (facet) => createChoiceColumn(values[facet])),
        traces: mapNames(TRACE_FACETS, (facet) => createTraceColumn(values[facet])),
        ranges: mapNames(RANGE_FACETS, (facet) => createRangeColumn(ends[facet])),
        orders: orderAds(posted, amounts),
      };
    },
  };
}

const FIELD = {
  town: 'town',
  language: 'languages',
  phone: 'phone',
  handle: 'payment',
  picture: 'picture',
  room: 'room',
} as const;

function fieldValueOf(ad: Ad, facet: ValueFacet): string | undefined {
  if (facet === 'site') return ad.site;
  if (facet === 'account') return ad.account;
  const written = standingFields(ad)[FIELD[facet]];
  return written === undefined || isHidden(written) ? undefined : facetValue(facet, written) || undefined;
}

/** The day on which an ad was posted, in UTC. */
const dayOf = (ad: Ad) => ad.postedAt.slice(0, 'YYYY-MM-DD'.length);

/** The amount of a price or pay, in whole SIM. */
function amountIn(written: string | undefined): number | undefined {
  const digits = written === undefined ? null : /\d+/.exec(written);
  return digits ? Number(digits[0]) : undefined;
}

const emptyLists = <Value, Name extends string>(names: readonly Name[]) =>
  mapNames(names, (): (Value | undefined)[] => []);

function mapNames<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
