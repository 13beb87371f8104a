import { FAMILIES, type ShownElsewhere } from '#market/ads/model/families.ts';
import { isOnThePage } from '#market/ads/model/market.ts';
import { TRACE_LOCATORS } from '#market/ads/model/trace-locators.ts';
import { type DrawnMarket, familyAt } from '#market/generator/model/drawn-market.ts';
import type { Reach } from '#market/generator/model/ideal-reader.ts';

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

function isWithin(one: ShownElsewhere, reach: Reach): boolean {
  if (reach === 'records' || one.in === 'field') return true;
  return one.in === 'shared' && isOnThePage(TRACE_LOCATORS[one.trace]);
}
