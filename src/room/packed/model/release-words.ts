import { ROOM_WORDS } from '#room/model/room-words.ts';

/** How many words open a release. Trying one guess takes a fast processor about a third of a second (scrypt, N = 2^18). */
export const WORDS_OF_RELEASE = 6;

/** How hard the words of a release are to guess, in bits. */
export const BITS_OF_WORDS = Math.floor(WORDS_OF_RELEASE * Math.log2(ROOM_WORDS.length));

/** Words for a release, from whole numbers drawn by `draw` (0 to, but not including, its argument). */
export const drawWords = (draw: (below: number) => number): string =>
  Array.from({ length: WORDS_OF_RELEASE }, () => ROOM_WORDS[draw(ROOM_WORDS.length)]).join(' ');
