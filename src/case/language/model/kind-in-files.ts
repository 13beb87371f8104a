/**
 * Kinds that files may name by an earlier id as well. Cases and reports with that id were published, so that it stays
 * readable for ever. A case is hashed with it too, whichever of the two its file has: attempts and reviews are bound to
 * that hash.
 */
const EARLIER_ID: Readonly<Record<string, string>> = { 'platform-test': 'checkathon' };

const KIND_OF_EARLIER_ID: ReadonlyMap<string, string> = new Map(
  Object.entries(EARLIER_ID).map(([kind, earlier]) => [earlier, kind]),
);

/** The kind that a file means by an id: an earlier id is replaced, any other one is returned as it is. */
export const kindInFile = (id: string): string => KIND_OF_EARLIER_ID.get(id) ?? id;

/** The id with which a kind is part of the hash of a case. */
export const hashedKind = (kind: string): string => EARLIER_ID[kind] ?? kind;
