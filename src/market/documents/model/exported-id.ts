/** The letters before the number of an ad in every file. */
const PREFIX = 'ad-';
const EXPORTED = /^ad-(\d{4,})$/;

/**
 * The id of an ad as all files write it: `ad-0301` for `0301`. A table program would read bare digits as a number and
 * drop their zeros. Ids of accounts, actors and payers have letters in the program as well.
 */
export const toExportedId = (id: string): string => PREFIX + id;

/** The id of an ad in the program: `0301` for `ad-0301`; undefined for a text that is no id of an ad in a file. */
export const fromExportedId = (exported: string): string | undefined => EXPORTED.exec(exported)?.[1];
