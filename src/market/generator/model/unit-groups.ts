import type { GroupedTrace } from '#market/ads/model/families.ts';
import type { Units } from './draw-units.ts';
import type { DrawnMarket } from './drawn-market.ts';
import type { MarketColumns } from './market-columns.ts';
import type { TraceGroup } from './share-traces.ts';
import { groupNumber } from './trace-number.ts';

/** For each unit 1 + the index of its group in the list; 0 if it shares nothing. */
export function groupOfEach(trace: GroupedTrace, groups: readonly TraceGroup[], units: number): Uint32Array {
  const numbers = new Uint32Array(units);
  groups.forEach((group, n) => {
    if (group.trace !== trace) return;
    for (const unit of group.units) numbers[unit] = n + 1;
  });
  return numbers;
}

/**
 * Numbers the groups across the market, and writes the number into the rows of all members' ads. `numbers` are those of
 * the personas over the market, by unit.
 */
export function writeGroups(
  { size, columns }: Pick<DrawnMarket, 'size' | 'columns'>,
  groups: readonly TraceGroup[],
  rows: readonly number[],
  firstRowOf: Uint32Array,
  from: number,
  numbers: Uint32Array,
): void {
  groups.forEach(({ trace, units }, n) => {
    const leader = units[0] ?? 0;
    const number = groupNumber(size, trace, from, n, (numbers[leader] as number) - from);
    const column = columns.groups[trace];
    for (const unit of units) {
      const end = firstRowOf[unit + 1] as number;
      for (let row = firstRowOf[unit] as number; row < end; row++) column[rows[row] as number] = number;
    }
  });
}

/** Personas who share a room, or who arrive together, are in one town: that of the actor's first persona. */
export function alignTowns(groups: readonly TraceGroup[], { units, first }: Units): void {
  for (const { trace, units: members, actor } of groups) {
    if (trace !== 'room' && trace !== 'arrival') continue;
    const leader = actor >= 0 ? (first[actor] as number) : (members[0] as number);
    for (const unit of members) (units[unit] as { town: number }).town = units[leader]?.town ?? 0;
  }
}

/** What the ads of a template have from its first ad. */
const TEMPLATE = ['master', 'said', 'author', 'told', 'purpose'] as const satisfies readonly (keyof MarketColumns)[];

/** All ads of a template say what its first ad says, in the same words. */
export function shareTexts(columns: MarketColumns, rows: readonly number[]): void {
  const leaders = new Map<number, number>();
  const { template } = columns.groups;
  for (const place of rows) {
    const group = template[place] as number;
    if (group === 0) continue;
    const leader = leaders.get(group) ?? place;
    leaders.set(group, leader);
    for (const column of TEMPLATE) columns[column][place] = columns[column][leader] as number;
  }
}
