/** Result of comparing a head hash that was written down outside the bag with the last entry of the custody log. */
export type HeadComparison = 'not-given' | 'same' | 'other' | 'malformed';

/** Compares a hash as a person copies it by hand: ignores white space and case. */
export function compareHead(head: string, written: string): HeadComparison {
  const given = written.replaceAll(/\s+/g, '').toLowerCase();
  if (given === '') return 'not-given';
  if (!/^[0-9a-f]{64}$/.test(given)) return 'malformed';
  return given === head ? 'same' : 'other';
}
