/** Larger shares that have a plain name, smallest first; between two of them the nearer one is said, with "about". */
const NAMED: readonly (readonly [share: number, words: string, plural: boolean])[] = [
  [2 / 5, 'two flags in five', true],
  [1 / 2, 'half of the flags', true],
  [3 / 5, 'three flags in five', true],
  [2 / 3, 'two flags in three', true],
  [3 / 4, 'three flags in four', true],
  [4 / 5, 'four flags in five', true],
  [9 / 10, 'nine flags in ten', true],
  [19 / 20, 'nineteen flags in twenty', true],
];

/** "One in so many", from three on: every smaller share is named by the number that it is nearest to. */
const ONE_IN =
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const FIRST = 3;
/** Halfway between one flag in three and two in five the larger names begin. */
const LARGE = (1 / 3 + 2 / 5) / 2;

/** How near a share has to be to its name to go without "about", as a part of the share itself. */
const EXACT = 0.02;

/** "one flag in three is right": the end of a sentence about the share of right flags, from 0 to 1. */
export function shareInWords(share: number): string {
  if (share >= 0.9995) return 'every flag is right';
  if (share >= 0.975) return 'nearly every flag is right';
  const [named, words, plural] = share < LARGE ? oneIn(share) : largeName(share);
  if (words === undefined) return 'fewer than one flag in twenty is right';
  return `${Math.abs(named - share) > EXACT * share ? 'about ' : ''}${words} ${plural ? 'are' : 'is'} right`;
}

function oneIn(share: number): readonly [number, string | undefined, boolean] {
  const count = Math.max(FIRST, Math.round(1 / share));
  const word = ONE_IN[count - FIRST];
  return [1 / count, word && `one flag in ${word}`, false];
}

const largeName = (share: number) =>
  NAMED.reduce((best, next) => (Math.abs(next[0] - share) < Math.abs(best[0] - share) ? next : best));
