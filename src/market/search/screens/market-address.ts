import type { PrevalenceName } from '#market/ads/model/schemas.ts';
import type { MarketChoice } from '#market/documents/use-cases/market-library.ts';
import {
  type AskedFacets,
  CHOICE_FACETS,
  type MarketQuery,
  type Sort,
  TRACE_FACETS,
  type ValueRange,
} from '#market/search/model/market-query.ts';
import { HOLDERS, type RecordHolder } from '#market/search/screens/records/holders.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { MAX_SIZE, MIN_SIZE } from './market-sizes.ts';

/** What somebody looks for. Without a chosen sort the best matches come first where there are words, else the newest. */
export interface AskedSearch {
  readonly facets: AskedFacets;
  readonly text: string;
  readonly sort?: Sort;
}

/** Where in a market somebody stands. */
export type MarketView =
  | { readonly view: 'list' | 'kept' }
  | { readonly view: 'ad'; readonly id: string }
  | { readonly view: 'account'; readonly account: string; readonly name?: string }
  | { readonly view: 'site'; readonly site: string };

/** The holders that were asked about an ad. */
export interface AskedHolders {
  readonly ad: string;
  readonly of: readonly RecordHolder[];
}

/** All that stands in the address of the page: the market, what is looked for in it, and where one stands. */
export interface MarketAddress {
  readonly choice?: MarketChoice;
  readonly asked: AskedSearch;
  readonly place: MarketView;
  /** Counts for the ad that it names, and for no other. */
  readonly records?: AskedHolders;
}

export const NOTHING_ASKED: AskedSearch = { facets: {}, text: '' };
export const LIST: MarketView = { view: 'list' };

const PROFILES: readonly MarketProfileId[] = ['BUY', 'REG', 'PRO', 'TPC', 'JOB', 'SOC'];
export const PREVALENCES: readonly PrevalenceName[] = ['PRACTICE', 'FIELD', 'NEEDLE', 'CALIBRATION'];
export const SORTS: readonly Sort[] = ['newest', 'oldest', 'cheapest', 'dearest', 'relevance'];
const VALUE_FACETS = [...CHOICE_FACETS, ...TRACE_FACETS] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const AMOUNT = /^\d{1,9}$/;

export function queryOf({ facets, text, sort }: AskedSearch): MarketQuery {
  const words = text.trim();
  return { facets, sort: sort ?? (words ? 'relevance' : 'newest'), ...(words && { text: words }) };
}

/** Reads the part of an address behind its `?`. What cannot be read is left out. */
export function readAddress(search: string): MarketAddress {
  const given = new URLSearchParams(search);
  const choice = choiceIn(given);
  const facets: Record<string, unknown> = {};
  for (const facet of VALUE_FACETS) {
    const values = given.getAll(facet).filter((value) => value !== '');
    if (values.length > 0) facets[facet] = [...new Set(values)];
  }
  for (const facet of ['price', 'pay'] as const) {
    const range = rangeIn(given.get(facet), AMOUNT, Number);
    if (range) facets[facet] = range;
  }
  const days = rangeIn(given.get('date'), DAY, String);
  if (days) facets.date = days;
  const sort = oneOf(SORTS, given.get('sort'));
  const place = placeIn(given);
  const of = HOLDERS.filter((holder) => given.getAll('ask').includes(holder));
  return {
    ...(choice && { choice }),
    asked: { facets: facets as AskedFacets, text: given.get('q') ?? '', ...(sort && { sort }) },
    place,
    ...(place.view === 'ad' && of.length > 0 && { records: { ad: place.id, of } }),
  };
}

/** The same as the part of an address behind its `?`. */
export function writeAddress({ choice, asked, place, records }: MarketAddress): string {
  const said = new URLSearchParams();
  if (choice) {
    said.set('market', choice.profile);
    said.set('size', String(choice.size));
    said.set('share', choice.prevalence);
    said.set('seed', choice.seed);
  }
  if (asked.text !== '') said.set('q', asked.text);
  for (const facet of VALUE_FACETS) for (const value of asked.facets[facet] ?? []) said.append(facet, value);
  for (const facet of ['price', 'pay', 'date'] as const) {
    const { from = '', to = '' } = (asked.facets[facet] ?? {}) as ValueRange<number | string>;
    if (from !== '' || to !== '') said.set(facet, `${from}..${to}`);
  }
  if (asked.sort) said.set('sort', asked.sort);
  if (place.view === 'ad') said.set('ad', place.id);
  if (place.view === 'ad' && records?.ad === place.id) for (const holder of records.of) said.append('ask', holder);
  if (place.view === 'account') said.set('by', place.account);
  if (place.view === 'account' && place.name !== undefined) said.set('as', place.name);
  if (place.view === 'site') said.set('on', place.site);
  if (place.view === 'kept') said.set('kept', 'all');
  return said.size > 0 ? `?${said}` : '';
}

/** The part of an address for which its market cannot be drawn, as it stands there; none where no market is named. */
export function faultIn(search: string): string | undefined {
  const given = new URLSearchParams(search);
  if (!given.has('market') || choiceIn(given)) return undefined;
  const part = !profileIn(given) ? 'market' : sizeIn(given) === undefined ? 'size' : 'seed';
  return `${part}=${given.get(part) ?? ''}`;
}

function choiceIn(given: URLSearchParams): MarketChoice | undefined {
  const [profile, size, seed] = [profileIn(given), sizeIn(given), given.get('seed')?.trim()];
  if (!profile || size === undefined || !seed) return undefined;
  return { profile, size, prevalence: oneOf(PREVALENCES, given.get('share')) ?? 'PRACTICE', seed };
}

const profileIn = (given: URLSearchParams) => oneOf(PROFILES, given.get('market'));

function sizeIn(given: URLSearchParams): number | undefined {
  const size = Number(given.get('size') ?? MIN_SIZE);
  return Number.isInteger(size) && size >= MIN_SIZE && size <= MAX_SIZE ? size : undefined;
}

function placeIn(given: URLSearchParams): MarketView {
  const [id, account, name, site] = ['ad', 'by', 'as', 'on'].map((key) => given.get(key) || undefined);
  if (id) return { view: 'ad', id };
  if (account) return { view: 'account', account, ...(name && { name }) };
  if (site) return { view: 'site', site };
  return given.get('kept') ? { view: 'kept' } : LIST;
}

function rangeIn<Value>(
  written: string | null,
  pattern: RegExp,
  read: (end: string) => Value,
): ValueRange<Value> | undefined {
  const [from = '', to = ''] = (written ?? '').split('..');
  const range = { ...(pattern.test(from) && { from: read(from) }), ...(pattern.test(to) && { to: read(to) }) };
  return Object.keys(range).length > 0 ? (range as ValueRange<Value>) : undefined;
}

const oneOf = <Name extends string>(names: readonly Name[], given: string | null): Name | undefined =>
  names.find((name) => name === given);
