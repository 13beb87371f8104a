import type { SealedRelease } from '#core/room/sealed-releases.ts';

/** Name of the list of releases in a sealed pack. */
export const SEALED_LIST = 'sealed.json';

/** What a sealed pack tells of its releases before any of them is opened. */
export interface SealedList {
  readonly schema: 'sealed-case/1';
  readonly releases: readonly (SealedRelease & {
    /** Name of the sealed text. */
    readonly file: string;
  })[];
}

/** The passphrase that a person means: words in small letters, with one blank between two. */
export const passphraseOf = (words: string): string =>
  words
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.join(' ') ?? '';
