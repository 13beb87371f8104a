/** How the hash that somebody wrote down elsewhere compares with the last entry of the custody log. */
export type HeadComparison = 'not-given' | 'same' | 'other' | 'malformed';

/** Compares a hash as a person copies it: white space and capital letters do not count. */
export function compareHead(head: string, written: string): HeadComparison {
  const given = written.replaceAll(/\s+/g, '').toLowerCase();
  if (given === '') return 'not-given';
  if (!/^[0-9a-f]{64}$/.test(given)) return 'malformed';
  return given === head ? 'same' : 'other';
}
