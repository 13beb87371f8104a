/** Maximum rows named; the rest is counted. */
const MAX_NAMED = 10;

/** "4, 9, 12" or "4, 9, 12 … (+30)": rows in a sentence. */
export function rowList(rows: readonly number[]): string {
  const named = rows.slice(0, MAX_NAMED).join(', ');
  return rows.length > MAX_NAMED ? `${named} … (+${rows.length - MAX_NAMED})` : named;
}
