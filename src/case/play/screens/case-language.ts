/** A language in which the words of a case can be read. */
export interface CaseLanguage {
  readonly locale: string;
  /** Its name in itself. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** How many texts stand in the language of the case because nobody has translated them. */
  readonly missing: number;
  /** How many were translated from words that have changed since. */
  readonly stale: number;
}
