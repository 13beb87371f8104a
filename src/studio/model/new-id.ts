const MAX_LENGTH = 40;

/**
 * An unused id from a title: small letters, digits and hyphens, beginning with a letter. It is never the name of a
 * property that every object has, such as `constructor`.
 */
export function newId(title: string, taken: Iterable<string>, otherwise = 'scene'): string {
  const known = new Set(taken);
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^[-0-9]+|-+$/g, '');
  const base = plain === '' ? otherwise : plain;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!known.has(id) && !(id in {})) return id;
  }
}

/** The next free letter for an option; a letter with a number when all are taken. */
export function newLetter(taken: readonly string[]): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.find((letter) => !taken.includes(letter)) ?? newId('option', taken, 'option');
}
