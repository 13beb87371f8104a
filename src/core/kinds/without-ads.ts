/**
 * Kinds whose exercises show no ad of the market: a court reads its file, payments are followed in a book,
 * and a table-top reads findings.
 */
export const KINDS_WITHOUT_ADS: ReadonlySet<string> = new Set(['courtroom', 'ledger', 'policy']);
