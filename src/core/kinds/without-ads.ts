/** Kinds whose exercises show no ad of the market: a court reads its file, and payments are followed in a book. */
export const KINDS_WITHOUT_ADS: ReadonlySet<string> = new Set(['courtroom', 'ledger']);
