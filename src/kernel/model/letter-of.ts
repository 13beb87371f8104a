/** The letter of an option, and of its card, by its place from 0: A for the first. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);
