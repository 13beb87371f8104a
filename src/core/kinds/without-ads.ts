/**
 * Kinds whose exercises show no ad of the market: a court reads its file, payments are followed in a book,
 * a table-top reads findings, and a test places cards of its own.
 */
export const KINDS_WITHOUT_ADS: ReadonlySet<string> = new Set(['checkathon', 'courtroom', 'ledger', 'policy']);
