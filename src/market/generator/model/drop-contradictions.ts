import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { isSilent, PURPOSES } from '#market/ads/model/purposes.ts';
import { bitPlaceOf } from './drawn-bits.ts';
import type { Exclusions } from './exclusions.ts';
import type { MarketColumns } from './market-columns.ts';

/**
 * The ads of a template say what its first ad says, and a network can get a link that its personas have not drawn. Either
 * can contradict what fields and records show. There the indicator goes that would not have been drawn beside the other.
 */
export function dropContradictions(
  columns: MarketColumns,
  family: Family,
  rows: readonly number[],
  { excludedBy }: Exclusions,
): void {
  dropSilent(columns, family, rows);
  const places = (ids: readonly string[]) => ids.flatMap((id) => bitPlaceOf(family, id) ?? []);
  const pairs = Object.entries(excludedBy).flatMap(([id, others]) =>
    places([id]).flatMap((one) =>
      places(others).flatMap((other) => (one.column === other.column ? [] : [{ one, other }])),
    ),
  );
  for (const { one, other } of pairs)
    for (const place of rows)
      if ((((columns[other.column][place] as number) >>> other.bit) & 1) === 1)
        columns[one.column][place] = (columns[one.column][place] as number) & ~(1 << one.bit);
}

/** What no post of the purpose of its text shows. */
function dropSilent({ said, shown, purpose }: MarketColumns, family: Family, rows: readonly number[]): void {
  const masks = PURPOSES.map((_, number) => ({
    said: maskOfSilent(FAMILIES[family].said, number),
    shown: maskOfSilent(FAMILIES[family].shown, number),
  }));
  for (const place of rows) {
    const silent = masks[purpose[place] as number];
    if (!silent) continue;
    said[place] = (said[place] as number) & ~silent.said;
    shown[place] = (shown[place] as number) & ~silent.shown;
  }
}

const maskOfSilent = (bits: readonly { readonly id: string }[], purpose: number) =>
  bits.reduce((mask, { id }, bit) => (isSilent(purpose, id) ? mask | (1 << bit) : mask), 0);
