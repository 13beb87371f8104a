/** The letter of an option, and of its card: A for the first. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);
