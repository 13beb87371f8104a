/** From this likelihood ratio on, an innocent ad looks like a controlled one: `prioritise` is acceptable. */
export const LOOKS_CONTROLLED_RATIO = 5;
