/**
 * What contradicts what in one ad, by version of the generator. A sign or cue is drawn after those that exclude it, only
 * where none of them is, at a rate that keeps its overall rate.
 */
export interface Exclusions {
  /** By indicator: those beside which it is not drawn. */
  readonly excludedBy: Readonly<Record<string, readonly string[]>>;
  /** What is drawn after all other bits; the rest is drawn in the order of its bits, traps first. */
  readonly drawnLast: ReadonlySet<string>;
}

/** What contradicts what in an ad of version 7. */
export const EXCLUSIONS_7: Exclusions = {
  excludedBy: {
    'own-limits-stated': ['no-limits-offer', 'manager-reference'],
    'own-screening': ['manager-reference'],
    'obscured-phone': ['shared-phone'],
    'interchangeable-persons': ['third-person-voice'],
    'language-mismatch': ['n-migrant-language'],
    'confined-location': ['n-short-stay'],
    'continuity-of-identity': ['n-short-stay', 'persona-inconsistency'],
    'declared-business-id': ['lj-vague-employer'],
  },
  drawnLast: new Set([
    'own-limits-stated',
    'obscured-phone',
    'interchangeable-persons',
    'language-mismatch',
    'continuity-of-identity',
    'declared-business-id',
  ]),
};
