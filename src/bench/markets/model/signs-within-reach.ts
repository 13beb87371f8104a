import { FAMILIES, type Shown } from '#core/market/families.ts';
import { isOnThePage } from '#core/market/market.ts';
import { TRACE_LOCATORS } from '#core/market/trace-locators.ts';
import { type DrawnMarket, familyAt } from '#core/market-generator/drawn-market.ts';
import type { Reach } from '#core/market-generator/ideal-reader.ts';

/** Ids of all signs, cues and traps that the ad at an index shows within reach, without duplicates. */
export function signsWithinReach({ columns }: Pick<DrawnMarket, 'columns'>, at: number, reach: Reach): Set<string> {
  const { said, shown } = FAMILIES[familyAt(columns, at)];
  const found = new Set<string>();
  said.forEach(({ id }, bit) => {
    if ((((columns.said[at] as number) >>> bit) & 1) === 1) found.add(id);
  });
  shown.forEach((one, bit) => {
    if ((((columns.shown[at] as number) >>> bit) & 1) === 1 && isWithin(one, reach)) found.add(one.id);
  });
  return found;
}

function isWithin(one: Shown, reach: Reach): boolean {
  if (reach === 'records' || one.in === 'field') return true;
  return one.in === 'shared' && isOnThePage(TRACE_LOCATORS[one.trace]);
}
