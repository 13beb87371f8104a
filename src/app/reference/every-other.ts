/** The first of each two acts. */
export const everyOther = <Action>(acts: readonly Action[]): Action[] => acts.filter((_, n) => n % 2 === 0);
