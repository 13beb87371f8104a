/** What the closed vocabulary of one market lets its generator write (rule C02). Built from the lexicon and the profile. */
export interface AllowedWords {
  /** Every word that may stand in an ad, as it is written there. */
  readonly words: ReadonlySet<string>;
  /** Working names: one each, never two in a row. */
  readonly names: ReadonlySet<string>;
  readonly towns: ReadonlySet<string>;
  /** What ads say of origin, gender and language. */
  readonly labels: ReadonlySet<string>;
  /** Sentences with a meaning of their own, each under the id of its sign, trap or cue. */
  readonly says: readonly Said[];
  /** True where the market card gives ◈ a meaning. */
  readonly glyph: boolean;
}

export interface Said {
  readonly id: string;
  readonly isTrap: boolean;
  /** Finds the sentence in a text, with any values in its open places. */
  readonly pattern: RegExp;
}
