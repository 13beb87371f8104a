import type { DraftFiles } from '#studio/model/draft.ts';

/** The files of a draft with every placeholder written, each in words that no other has. */
export function written(files: DraftFiles): DraftFiles {
  let n = 0;
  const write = (text: string) => text.replaceAll(/'?TO WRITE\..*$/gm, () => wordsOf(n++));
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, write(text)]));
}

const letter = (n: number) => 'abcdefghijklmnopqrstuvwxyz'.charAt(n % 26);
const wordsOf = (n: number) =>
  `${Array.from('klmnprst', (sound) => `x${letter(n)}${sound}${letter(n / 26)}o`).join(' ')}.`;
