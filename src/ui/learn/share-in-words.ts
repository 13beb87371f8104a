/** Shares that have a plain name, smallest first; between two of them the nearer one is said, with "about". */
const NAMED: readonly (readonly [share: number, words: string, plural: boolean])[] = [
  [1 / 20, 'one flag in twenty', false],
  [1 / 15, 'one flag in fifteen', false],
  [1 / 10, 'one flag in ten', false],
  [1 / 8, 'one flag in eight', false],
  [1 / 7, 'one flag in seven', false],
  [1 / 6, 'one flag in six', false],
  [1 / 5, 'one flag in five', false],
  [1 / 4, 'one flag in four', false],
  [1 / 3, 'one flag in three', false],
  [2 / 5, 'two flags in five', true],
  [1 / 2, 'half of the flags', true],
  [3 / 5, 'three flags in five', true],
  [2 / 3, 'two flags in three', true],
  [3 / 4, 'three flags in four', true],
  [4 / 5, 'four flags in five', true],
  [9 / 10, 'nine flags in ten', true],
  [19 / 20, 'nineteen flags in twenty', true],
];

/** How near a share has to be to its name to go without "about". */
const EXACT = 0.006;

/** "one flag in three is right": the end of a sentence about the share of right flags, from 0 to 1. */
export function shareInWords(share: number): string {
  if (share >= 0.9995) return 'every flag is right';
  if (share >= 0.975) return 'nearly every flag is right';
  if (share < 0.04) return 'fewer than one flag in twenty is right';
  const [named, words, plural] = NAMED.reduce((best, next) =>
    Math.abs(next[0] - share) < Math.abs(best[0] - share) ? next : best,
  );
  return `${Math.abs(named - share) > EXACT ? 'about ' : ''}${words} ${plural ? 'are' : 'is'} right`;
}
