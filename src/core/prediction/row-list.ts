/** More rows than these are counted and not named. */
const MOST_NAMED = 10;

/** "4, 9, 12" or "4, 9, 12 … (+30)": rows in a sentence. */
export function rowList(rows: readonly number[]): string {
  const named = rows.slice(0, MOST_NAMED).join(', ');
  return rows.length > MOST_NAMED ? `${named} … (+${rows.length - MOST_NAMED})` : named;
}
