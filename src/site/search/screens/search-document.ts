/** One place of the site that a search can lead to: a page, or a section of one. */
export interface SearchDocument {
  /** Address from the root of the site, without a leading slash. */
  readonly path: string;
  readonly title: string;
  /** What kind of page it is, in a word or two: "Lesson", "Sign". */
  readonly kind: string;
  readonly text: string;
}
