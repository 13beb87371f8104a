/** The first, third, fifth and so on of the acts. */
export const everyOther = <Action>(acts: readonly Action[]): Action[] => acts.filter((_, n) => n % 2 === 0);
