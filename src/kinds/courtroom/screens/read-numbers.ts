/** The whole numbers of a list that somebody typed, such as "6, 15 19"; each once. */
export const readNumbers = (text: string): number[] => [...new Set((text.match(/\d{1,6}/g) ?? []).map(Number))];
