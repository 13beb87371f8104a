import type { FieldName } from '#market/ads/model/market.ts';

/**
 * Labels of a person on a page that a reader could be biased about: each is drawn independently of everything else
 * (rule C18).
 */
const LABELS_OF_PERSONS = ['languages', 'origin', 'gender'] as const satisfies readonly FieldName[];

type LabelOfPersons = (typeof LABELS_OF_PERSONS)[number];

/** The values of one label as pages show them, in the order in which `groupColumns` numbers them from 1 on. */
export interface GroupNames {
  readonly label: LabelOfPersons;
  readonly values: readonly string[];
}

type ShownFields = Readonly<Partial<Record<FieldName, string>>>;

/** What a page states of a label: of several languages the first one, which is that of the person. */
const statedOn = (fields: ShownFields, label: LabelOfPersons): string | undefined =>
  label === 'languages' ? fields.languages?.split(', ')[0] : fields[label];

/** The groups of each label. */
export function groupNames(fields: readonly ShownFields[]): GroupNames[] {
  return LABELS_OF_PERSONS.map((label) => {
    const shown = fields.flatMap((one) => statedOn(one, label) ?? []);
    return { label, values: [...new Set(shown)] };
  });
}

/** Group numbers by ad, from 1 on, one column per label; 0 if the page does not state it. */
export function groupColumns(fields: readonly ShownFields[]): Uint16Array[] {
  return LABELS_OF_PERSONS.map((name) => {
    const numbers = new Map<string, number>();
    return Uint16Array.from(fields, (shown) => {
      const value = statedOn(shown, name);
      if (value === undefined) return 0;
      const number = numbers.get(value) ?? numbers.size + 1;
      numbers.set(value, number);
      return number;
    });
  });
}

/** Minimum ads of a group: in a smaller one a single flag would be a gap. */
const MIN_ADS = 5;

/** Number of uncontrolled ads of each group. */
export function countsOfColumns(groups: Uint16Array, controlled: Uint8Array): Float64Array {
  const counts = new Float64Array(groups.reduce((most, group) => Math.max(most, group), 0) + 1);
  for (let ad = 0; ad < groups.length; ad++)
    if (controlled[ad] === 0) counts[groups[ad] as number] = (counts[groups[ad] as number] as number) + 1;
  return counts;
}

/**
 * The largest difference between a group's rate of false flags and the overall rate (0 to 1), over the groups of one
 * label.
 */
export const gapOf = (sizes: ArrayLike<number>, flagged: ArrayLike<number>): number => widestGap(sizes, flagged).gap;

/**
 * Number of the group that differs most from the overall rate; 0 if none differs, the first in case of a tie. `sizes`
 * and `flagged` count uncontrolled ads, by group number.
 */
export function widestGap(
  sizes: ArrayLike<number>,
  flagged: ArrayLike<number>,
): { readonly group: number; readonly gap: number } {
  let [ads, flags] = [0, 0];
  for (let group = 0; group < sizes.length; group++) {
    ads += sizes[group] as number;
    flags += flagged[group] as number;
  }
  let widest = { group: 0, gap: 0 };
  for (let group = 1; group < sizes.length; group++) {
    const own = sizes[group] as number;
    if (own < MIN_ADS) continue;
    const gap = Math.abs((flagged[group] as number) / own - flags / ads);
    if (gap > widest.gap) widest = { group, gap };
  }
  return widest;
}
