/** The closed vocabulary of the generator for one market (rule C02). Built from the lexicon and the profile. */
export interface AllowedWords {
  /** Every word that may occur in an ad, spelled as there. */
  readonly words: ReadonlySet<string>;
  /** Working names: one per person, never two in a row. */
  readonly names: ReadonlySet<string>;
  readonly towns: ReadonlySet<string>;
  /** Labels of origin, gender and language. */
  readonly labels: ReadonlySet<string>;
  /** Meaningful sentences, each with the id of its sign, trap or cue. */
  readonly says: readonly Said[];
  /** True if the market card gives ◈ a meaning. */
  readonly glyph: boolean;
}

export interface Said {
  readonly id: string;
  readonly isTrap: boolean;
  /** Matches the sentence in a text, with any values in its slots. */
  readonly pattern: RegExp;
}
