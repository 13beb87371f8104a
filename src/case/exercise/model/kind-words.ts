/** Messages by their keys. */
export type KindWords = Readonly<Record<string, string>>;
