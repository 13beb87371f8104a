import type { SealedRelease } from '#core/room/sealed-releases.ts';
import { ROOM_WORDS } from '../room/room-words.ts';

/** How many words open a release. Trying one guess takes a fast processor about a third of a second (scrypt, N = 2^18). */
const WORDS_OF_RELEASE = 6;

/** How hard the words of a release are to guess, in bits. */
export const BITS_OF_WORDS = Math.floor(WORDS_OF_RELEASE * Math.log2(ROOM_WORDS.length));

/** Words for a release, from whole numbers drawn by `draw` (0 to, but not including, its argument). */
export const drawWords = (draw: (below: number) => number): string =>
  Array.from({ length: WORDS_OF_RELEASE }, () => ROOM_WORDS[draw(ROOM_WORDS.length)]).join(' ');

interface Sheet {
  readonly title: string;
  /** Name of the sealed file. */
  readonly file: string;
  readonly releases: readonly SealedRelease[];
  /** The words of each release. */
  readonly words: readonly string[];
}

/** The sheet of the facilitator: what is read out when, and what to know about it. */
export function releaseSheet({ title, file, releases, words }: Sheet): string {
  return `${[
    `RELEASE WORDS for "${title}" (${file})`,
    '',
    'Keep this sheet from the teams. Nobody can open the answers without it, and it is not made twice: who packs the case',
    'again gets other words.',
    'Read a line out loud, twice, when the answers of its part are to open. Teams type it as the gate word.',
    '',
    ...releases.flatMap((release, n) => [`${n + 1}. ${release.title}`, `   ${words[n]}`, '']),
    `Each line is ${WORDS_OF_RELEASE} of ${ROOM_WORDS.length} words: ${BITS_OF_WORDS} bits. This holds for a workshop. It does not hold for years against somebody`,
    'with many computers. Once a line was read out, whoever has the file can open that part for good.',
  ].join('\n')}\n`;
}
