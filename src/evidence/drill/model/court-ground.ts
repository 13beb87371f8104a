/** The id of a sentence and the values for its placeholders. */
export interface CourtGround {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}
