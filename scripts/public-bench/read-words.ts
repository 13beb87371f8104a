import { badArgument } from '../command/command-line.ts';

/** The words that an option gives; a bad argument if there are none, or more than `most` characters. */
export function readWords(option: string, written: string | undefined, most: number): string | undefined {
  const words = written?.trim();
  if (words === '') badArgument(`${option}: there are no words in it.`);
  if (words !== undefined && words.length > most) badArgument(`${option}: write at most ${most} characters.`);
  return words;
}
