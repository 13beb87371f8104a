/** How many of so many stand in a sentence at first: a single one more is not worth a button, and is never held back. */
export const shownOf = (count: number, most: number): number => (count <= most + 1 ? count : most);
