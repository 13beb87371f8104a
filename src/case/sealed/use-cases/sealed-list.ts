import type { SealedRelease } from '#case/sealed/model/sealed-releases.ts';

/** Name of the list of releases in a sealed pack. */
export const SEALED_LIST = 'sealed.json';

/** The unencrypted list of the releases of a sealed pack. */
export interface SealedList {
  readonly schema: 'sealed-case/1';
  readonly releases: readonly (SealedRelease & {
    /** Name of the sealed text. */
    readonly file: string;
  })[];
}

/** Normalises a typed passphrase: small letters, and one blank between words. */
export const passphraseOf = (words: string): string =>
  words
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.join(' ') ?? '';
